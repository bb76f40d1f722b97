import { render } from 'preact';
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
  return (
    <article class="explanation" data-tint={finding.family}>
      <p class="explanation-text">{finding.text}</p>
      <p class="explanation-kind">
        <span class="swatch" aria-hidden="true" />
        {names.family} · {names.subtype}
      </p>
      <p class="explanation-why">{finding.why}</p>
      <dl>
        {finding.meaning && (
          <div>
            <dt>{t.meaning}</dt>
            <dd>{finding.meaning}</dd>
          </div>
        )}
        {finding.voice && (
          <div>
            <dt>{t.voice}</dt>
            <dd>{finding.voice}</dd>
          </div>
        )}
        {finding.variant_of && (
          <div>
            <dt>{t.variantOf}</dt>
            <dd>{finding.variant_of}</dd>
          </div>
        )}
        {finding.role && (
          <div>
            <dt>{t.roleLabel}</dt>
            <dd>{t.role[finding.role]}</dd>
          </div>
        )}
        <div>
          <dt>{t.rule}</dt>
          <dd>
            <code>{finding.rule}</code>
          </dd>
        </div>
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
