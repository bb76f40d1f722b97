/** Which findings the reader looks at, and in which order; the panels and the list share it. */
import { computed, effect, signal } from '@preact/signals';
import { Alphabet, BY_POSITION, EVERYTHING, ordered, seen } from '../findings/concordance';
import type { Lens, Ordering } from '../findings/concordance';
import { families, result } from './analysis';
import { openEntry } from './open-text';
import { hiddenFamilies, language } from './settings';

export const lens = signal<Lens>(EVERYTHING);
export const ordering = signal<Ordering>(BY_POSITION);

export function look(changed: Partial<Lens>): void {
  lens.value = { ...lens.value, ...changed };
}

export const looksAtAll = computed(() => JSON.stringify(lens.value) === JSON.stringify(EVERYTHING));

/** Kinds in the order of legends and tables. */
const kinds = computed(
  () =>
    new Map(
      families.value
        .flatMap(({ id, subtypes }) => subtypes.map((subtype) => `${id}/${subtype.id}`))
        .map((kind, i) => [kind, i]),
    ),
);

/** Chinese is sorted as readers of its script sort it, also on an English page. */
const alphabet = computed(() => {
  if (language.value !== 'en') return new Alphabet(language.value);
  const script = result.value?.report.document.script;
  return new Alphabet(script === 'hans' ? 'zh-Hans' : 'zh-Hant');
});

/** What the lens shows, in the order of the text. */
const inText = computed(() => {
  const shown = result.value;
  if (!shown) return new Uint32Array();
  return seen(shown.text, shown.index.findings, lens.value, hiddenFamilies.value);
});

/** The findings in the list, by index, as it shows them. */
export const rows = computed(() => {
  const shown = result.value;
  if (!shown) return new Uint32Array();
  const { text, index } = shown;
  return ordered(inText.value, ordering.value, text, index.findings, alphabet.value, kinds.value);
});

/** The first finding that the lens shows at or after a place of the text, or the first of all. */
export function firstSeen(position: number): number | undefined {
  const findings = result.value?.index.findings;
  const shown = inText.value;
  return shown.find((i) => (findings?.[i]?.start ?? 0) >= position) ?? shown[0];
}

// Another text has other voices and paragraphs.
let opened: string | null = null;
effect(() => {
  const { id } = openEntry.value;
  if (id !== opened) lens.value = EVERYTHING;
  opened = id;
});
