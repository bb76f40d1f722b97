import { render, type ComponentChildren } from 'preact';
import type { Finding } from '../engine/types';
import { messages } from '../i18n';
import { localized } from '../i18n/language';
import { familyById, result } from '../state/analysis';
import { closeCard, focusText } from '../state/document';
import { setAside } from '../state/set-aside';
import { language } from '../state/settings';

/** The names of a finding's family and subtype in the reader's language. */
export function namesOf({ family, subtype }: Pick<Finding, 'family' | 'subtype'>): {
  family: string;
  subtype: string;
} {
  const info = familyById.value.get(family);
  const sub = info?.subtypes.find(({ id }) => id === subtype);
  return {
    family: info ? localized(info.name, language.value) : family,
    subtype: sub ? localized(sub.name, language.value) : subtype,
  };
}

/** All that the report says about one finding, and what the reader may say to it. */
function Explanation({ i, finding }: { i: number; finding: Finding }) {
  const t = messages.value;
  const { card } = t.reading;
  const names = namesOf(finding);
  const facts: [string, ComponentChildren][] = [
    [t.meaning, finding.meaning],
    [card.refersTo, finding.refers_to],
    [t.voice, finding.voice],
    [t.variantOf, finding.variant_of],
    [t.roleLabel, finding.role && t.role[finding.role]],
    [t.rule, <code key="rule">{finding.rule}</code>],
  ];
  const put = (scope: 'here' | 'everywhere'): void => {
    closeCard();
    setAside(i, scope);
    focusText();
  };
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
      <p class="explanation-actions">
        <button
          type="button"
          title={card.notHereTitle}
          onClick={() => {
            put('here');
          }}
        >
          {card.notHere}
        </button>
        <button
          type="button"
          title={card.neverTitle}
          onClick={() => {
            put('everywhere');
          }}
        >
          {card.never}
        </button>
      </p>
    </article>
  );
}

/** Draws the card of some findings of the last report into the editor's tooltip. */
export function drawCard(parent: HTMLElement, indexes: readonly number[]): () => void {
  const findings = result.peek()?.index.findings;
  render(
    <div
      class="card"
      role="group"
      aria-label={messages.value.reading.card.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        closeCard();
        focusText();
      }}
    >
      {indexes.map((i) => {
        const finding = findings?.[i];
        return finding && <Explanation key={i} i={i} finding={finding} />;
      })}
    </div>,
    parent,
  );
  return () => {
    render(null, parent);
  };
}
