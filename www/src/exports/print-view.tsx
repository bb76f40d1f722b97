/**
 * What is printed: the whole text with its marks, the numbers and the legend. The editor draws only
 * what is in sight, so this is made when printing begins and taken away afterwards.
 */
import { render } from 'preact';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { families, result, type Result } from '../state/analysis';
import { openEntry } from '../state/open-text';
import { hiddenFamilies, language } from '../state/settings';
import { view } from '../state/view';
import { titleOf } from '../storage/entry';
import { markedLines } from './marked-text';

function PrintView({ shown }: { shown: Result }) {
  const t = messages.value;
  const { count, rate } = numbers.value;
  const { analyzer, document: info, summary, findings, notes } = shown.report;
  const hidden = hiddenFamilies.value;
  const visible = findings.filter(({ family }) => !hidden.has(family));
  return (
    <article class="printed">
      <h1>
        <bdi>{titleOf(openEntry.value)}</bdi>
      </h1>
      <p class="small">
        {t.facts.characters} {count(info.chars)} · {t.facts.han} {count(info.han)} ·{' '}
        {t.facts.sentences} {count(info.sentences)} · {t.facts.paragraphs} {count(info.paragraphs)}
      </p>
      {notes.map(({ code, text }) => (
        <p key={code}>{text}</p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">{t.family}</th>
            <th scope="col">{t.count}</th>
            <th scope="col">{t.rate}</th>
            <th scope="col">{t.interval}</th>
          </tr>
        </thead>
        <tbody>
          {families.value.map(({ id, name }) => {
            const own = summary.families[id];
            return (
              own && (
                <tr key={id}>
                  <th scope="row">
                    <span class="printed-mark" data-family={hidden.has(id) ? undefined : id}>
                      {localized(name, language.value)}
                    </span>
                  </th>
                  <td>{count(own.count)}</td>
                  <td>{rate(own.per_1000_han)}</td>
                  <td>{own.ci95.map(rate).join('–')}</td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
      <div class="printed-text" lang={info.script === 'hans' ? 'zh-Hans' : 'zh-Hant'}>
        {markedLines(shown.text, visible).map((pieces, i) => (
          <p key={i} dir="auto">
            {pieces.map(({ text, finding }, j) =>
              finding ? (
                <span key={j} class="printed-mark" data-family={finding.family}>
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </p>
        ))}
      </div>
      <p class="small">
        {t.madeBy(analyzer.version, analyzer.lexicon)}
        {analyzer.user_lexicons.map(({ name, fingerprint }) => (
          <span key={name}>
            {' '}
            · <bdi>{name}</bdi> {fingerprint}
          </span>
        ))}
      </p>
    </article>
  );
}

/** Makes the view when the page is about to be printed. */
export function prepareForPrint(): void {
  const sheet = document.createElement('div');
  sheet.className = 'print-view';
  document.body.append(sheet);
  addEventListener('beforeprint', () => {
    const shown = result.value;
    if (!shown || shown.text === '' || view.value !== 'read') return;
    render(<PrintView shown={shown} />, sheet);
    document.documentElement.dataset.printing = 'text';
  });
  addEventListener('afterprint', () => {
    render(null, sheet);
    delete document.documentElement.dataset.printing;
  });
}
