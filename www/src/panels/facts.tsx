import { messages, numbers } from '../i18n';
import { result } from '../state/analysis';

/** The text in numbers, and what the report remarks on it: that it is short, or has no Chinese. */
export function Facts() {
  const shown = result.value;
  if (!shown) return null;
  const t = messages.value;
  const { count } = numbers.value;
  const { chars, han, sentences, paragraphs, script } = shown.report.document;
  const facts: [string, string, string][] = [
    ['characters', t.facts.characters, count(chars)],
    ['han', t.facts.han, count(han)],
    ['sentences', t.facts.sentences, count(sentences)],
    ['paragraphs', t.facts.paragraphs, count(paragraphs)],
    ['script', t.facts.script, t.script[script]],
  ];
  return (
    <section class="panel" aria-labelledby="facts-heading">
      <h2 id="facts-heading" class="visually-hidden">
        {t.factsHeading}
      </h2>
      <dl class="facts">
        {facts.map(([id, name, value]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd data-fact={id}>{value}</dd>
          </div>
        ))}
      </dl>
      {shown.report.notes.map(({ code, text }) => (
        <p key={code} class="note" data-note={code}>
          {text}
        </p>
      ))}
    </section>
  );
}
