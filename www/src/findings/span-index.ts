/** Deeper spans are told like this one. */
const DEEPEST = 3;

/**
 * Spans ready to be asked by position.
 *
 * They come sorted by start, then longer first, and may nest. The largest end seen so far never falls,
 * so both borders of a range are found by binary search, whatever the number of spans.
 */
export class SpanIndex {
  readonly #start: Uint32Array;
  readonly #end: Uint32Array;
  readonly #furthestEnd: Uint32Array;
  readonly #depths: Uint8Array;

  constructor(start: Uint32Array, end: Uint32Array) {
    this.#start = start;
    this.#end = end;
    const furthestEnd = new Uint32Array(start.length);
    const depths = new Uint8Array(start.length);
    // Made anew with every key, over all that is drawn: nothing here makes an object.
    const open = new Uint32Array(DEEPEST + 1);
    let nested = 0;
    let furthest = 0;
    for (let i = 0; i < start.length; i++) {
      const from = start[i] ?? 0;
      const to = end[i] ?? 0;
      if (to > furthest) furthest = to;
      furthestEnd[i] = furthest;
      while (nested > 0 && (open[nested - 1] ?? 0) <= from) nested--;
      depths[i] = nested;
      if (nested <= DEEPEST) open[nested] = to;
      if (nested < DEEPEST) nested++;
    }
    this.#furthestEnd = furthestEnd;
    this.#depths = depths;
  }

  get size(): number {
    return this.#start.length;
  }

  /** Where a span begins and ends; at 0 if there is none of this number. */
  range(i: number): [from: number, to: number] {
    return [this.#start[i] ?? 0, this.#end[i] ?? 0];
  }

  /** How many spans enclose this one, at most three: its underline is drawn that much lower. */
  depth(i: number): number {
    return this.#depths[i] ?? 0;
  }

  /** Indexes of the spans that share at least one character with `from … to`. */
  overlapping(from: number, to: number): number[] {
    const found: number[] = [];
    if (from >= to) return found;
    const first = this.#firstWhere((i) => (this.#furthestEnd[i] ?? 0) > from);
    for (let i = first; i < this.size; i++) {
      const [start, end] = this.range(i);
      if (start >= to) break;
      if (end > from) found.push(i);
    }
    return found;
  }

  /** Indexes of the spans that hold the character at `position`, outermost first. */
  at(position: number): number[] {
    return this.overlapping(position, position + 1);
  }

  /** Indexes of the spans that a caret touches: the character after it counts first. */
  touching(caret: number): number[] {
    const after = this.at(caret);
    return after.length > 0 || caret === 0 ? after : this.at(caret - 1);
  }

  /** The first span that starts at or after `position`. */
  firstFrom(position: number): number {
    return this.#firstWhere((i) => (this.#start[i] ?? 0) >= position);
  }

  #firstWhere(holds: (i: number) => boolean): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
