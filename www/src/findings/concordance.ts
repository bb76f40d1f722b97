/**
 * Which findings the concordance shows, and in which order.
 *
 * Fifty thousand rows must be ordered within a frame or two. So characters become ranks once, by the
 * rules of a language, and rows are sorted by counting: by the outermost character first, then by
 * the next one inwards, each time leaving equals as they are. No row is compared with another.
 */
import type { Finding } from '../engine/types';

export const ORDERS = ['position', 'before', 'marker', 'after', 'kind'] as const;
/** By place in the text, by what stands before or after the marker, by the marker, by its kind. */
export type Order = (typeof ORDERS)[number];

/** What of the findings is looked at. */
export interface Lens {
  /** A family, a subtype as `family/subtype`, or everything: empty. */
  readonly kind: string;
  /** A voice, the writer's (`null`), or all (`undefined`). */
  readonly voice: string | null | undefined;
  /** Paragraphs of the text as offsets, or all. */
  readonly stretch: Stretch | null;
  /** Words that stand in the marker or near it. */
  readonly words: string;
}

export interface Stretch {
  /** Paragraphs, from one. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

export const EVERYTHING: Lens = { kind: '', voice: undefined, stretch: null, words: '' };

/** Code units on each side of a marker that are shown and searched. */
export const CONTEXT = 24;
/** Code units by which contexts are ordered; beyond, the order of the text decides. */
const SORTED = 8;

export function isSeen(finding: Finding, lens: Lens, text: string): boolean {
  const { kind, voice, stretch, words } = lens;
  if (kind !== '' && finding.family !== kind && `${finding.family}/${finding.subtype}` !== kind) {
    return false;
  }
  if (voice !== undefined && finding.voice !== voice) return false;
  if (stretch && (finding.start < stretch.start || finding.start >= stretch.end)) return false;
  if (words === '') return true;
  return text.slice(Math.max(0, finding.start - CONTEXT), finding.end + CONTEXT).includes(words);
}

/** The indexes of the findings that the lens shows, in the order of the text. */
export function seen(
  text: string,
  findings: readonly Finding[],
  lens: Lens,
  hidden: ReadonlySet<string>,
): Uint32Array {
  const rows = new Uint32Array(findings.length);
  let size = 0;
  findings.forEach((finding, i) => {
    if (!hidden.has(finding.family) && isSeen(finding, lens, text)) rows[size++] = i;
  });
  return rows.subarray(0, size);
}

/** Ranks of the characters in a language: by strokes in Traditional, by sound in Simplified. */
export class Alphabet {
  readonly #collator: Intl.Collator;
  readonly #known = new Set<number>();
  #ranks = new Uint16Array(0x10000);

  constructor(language: string) {
    this.#collator = new Intl.Collator(language);
  }

  /** The ranks of code units, among which those of `units` are. Rank 0 is no character at all. */
  ranks(units: Uint16Array): Uint16Array {
    const before = this.#known.size;
    const met = new Uint8Array(0x10000);
    for (const unit of units) met[unit] = 1;
    for (let unit = 1; unit < met.length; unit++) if (met[unit]) this.#known.add(unit);
    if (this.#known.size > before) {
      const known = [...this.#known].map((unit) => ({ unit, text: String.fromCharCode(unit) }));
      known.sort((a, b) => this.#collator.compare(a.text, b.text) || a.unit - b.unit);
      this.#ranks = new Uint16Array(0x10000);
      known.forEach(({ unit }, i) => {
        this.#ranks[unit] = i + 1;
      });
    }
    return this.#ranks;
  }

  /** How many ranks there are. */
  get size(): number {
    return this.#known.size + 1;
  }
}

export interface Ordering {
  readonly order: Order;
  readonly descending: boolean;
}

export const BY_POSITION: Ordering = { order: 'position', descending: false };

/** Rows in another order; rows that are equal in it stay in the order of the text. */
export function ordered(
  rows: Uint32Array,
  { order, descending }: Ordering,
  text: string,
  findings: readonly Finding[],
  alphabet: Alphabet,
  kinds: ReadonlyMap<string, number>,
): Uint32Array {
  if (order === 'position') return descending ? rows.toReversed() : rows;
  if (order === 'kind') {
    const keys = Uint16Array.from(rows, (i) => {
      const finding = findings[i];
      return finding ? (kinds.get(`${finding.family}/${finding.subtype}`) ?? kinds.size) : 0;
    });
    return byKeys(rows, keys, 1, kinds.size + 1, descending);
  }
  const units = new Uint16Array(rows.length * SORTED);
  for (let row = 0; row < rows.length; row++) {
    const finding = findings[rows[row] ?? 0];
    if (!finding) continue;
    const { start, end } = finding;
    const first = order === 'after' ? end : order === 'marker' ? start : start - 1;
    const step = order === 'before' ? -1 : 1;
    const length = order === 'marker' ? Math.min(SORTED, end - start) : SORTED;
    for (let k = 0; k < length; k++) {
      const at = first + k * step;
      if (at >= 0 && at < text.length) units[row * SORTED + k] = text.charCodeAt(at);
    }
  }
  const ranks = alphabet.ranks(units);
  for (let at = 0; at < units.length; at++) units[at] = ranks[units[at] ?? 0] ?? 0;
  return byKeys(rows, units, SORTED, alphabet.size, descending);
}

/**
 * Sorts by several keys a row, the first of which weighs most, by counting (LSD radix sort).
 * `keys` holds `width` of them for each row, all below `size`.
 */
function byKeys(
  rows: Uint32Array,
  keys: Uint16Array,
  width: number,
  size: number,
  descending: boolean,
): Uint32Array {
  let from = Uint32Array.from(rows.keys());
  let to = new Uint32Array(rows.length);
  for (let k = width - 1; k >= 0; k--) {
    const places = new Uint32Array(size + 1);
    for (let row = 0; row < rows.length; row++) {
      const key = keys[row * width + k] ?? 0;
      const after = (descending ? size - 1 - key : key) + 1;
      places[after] = (places[after] ?? 0) + 1;
    }
    for (let key = 1; key < places.length; key++) {
      places[key] = (places[key] ?? 0) + (places[key - 1] ?? 0);
    }
    for (let at = 0; at < rows.length; at++) {
      const row = from[at] ?? 0;
      const key = keys[row * width + k] ?? 0;
      const rank = descending ? size - 1 - key : key;
      const place = places[rank] ?? 0;
      places[rank] = place + 1;
      to[place] = row;
    }
    [from, to] = [to, from];
  }
  return from.map((row) => rows[row] ?? 0);
}
