import { render, type ComponentChildren } from 'preact';
import type { Finding } from '../engine/types';
import { messages } from '../i18n';
import { localized } from '../i18n/language';
import { familyById } from '../state/analysis';
import { language } from '../state/settings';

/** The names of a finding's family and subtype in the reader's language. */
export function namesOf({ family, subtype }: Finding): { family: string; subtype: string } {
  const info = familyById.value.get(family);
  const sub = info?.subtypes.find(({ id }) => id === subtype);
  return {
    family: info ? localized(info.name, language.value) : family,
    subtype: sub ? localized(sub.name, language.value) : subtype,
  };
}

/** All that the report says about one finding. */
function Explanation({ finding }: { finding: Finding }) {
  const t = messages.value;
  const names = namesOf(finding);
  const facts: [string, ComponentChildren][] = [
    [t.meaning, finding.meaning],
    [t.voice, finding.voice],
    [t.variantOf, finding.variant_of],
    [t.roleLabel, finding.role && t.role[finding.role]],
    [t.rule, <code key="rule">{finding.rule}</code>],
  ];
  return (
    <article class="explanation" data-tint={finding.family}>
      <p class="explanation-text">{finding.text}</p>
      <p class="explanation-kind">
        <span class="swatch" aria-hidden="true" />
        {names.family} · {names.subtype}
      </p>
      <p class="explanation-why">{finding.why}</p>
      <dl>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </article>
  );
}

/** Draws the card into the editor's tooltip. */
export function drawCard(parent: HTMLElement, findings: readonly Finding[]): () => void {
  render(
    <div class="card">
      {findings.map((finding) => (
        <Explanation key={`${finding.rule} ${finding.start} ${finding.end}`} finding={finding} />
      ))}
    </div>,
    parent,
  );
  return () => {
    render(null, parent);
  };
}
