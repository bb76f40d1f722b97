/**
 * The findings of one report, ready to be asked by position.
 *
 * Findings come sorted by start, then longer first, and may nest. The largest end seen so far never
 * falls, so both borders of a range are found by binary search, whatever the number of findings.
 */
import type { Finding } from '../engine/types';

export class FindingIndex {
  static readonly EMPTY = new FindingIndex([]);

  readonly findings: readonly Finding[];
  readonly #furthestEnd: Uint32Array;
  readonly #depths: Uint8Array;

  constructor(findings: readonly Finding[]) {
    this.findings = findings;
    this.#furthestEnd = new Uint32Array(findings.length);
    this.#depths = new Uint8Array(findings.length);
    const open: number[] = [];
    let furthest = 0;
    findings.forEach(({ start, end }, i) => {
      furthest = Math.max(furthest, end);
      this.#furthestEnd[i] = furthest;
      while (open.length > 0 && (open.at(-1) ?? 0) <= start) open.pop();
      this.#depths[i] = Math.min(open.length, 3);
      open.push(end);
    });
  }

  get size(): number {
    return this.findings.length;
  }

  /** How many findings enclose this one, at most three: its underline is drawn that much lower. */
  depth(i: number): number {
    return this.#depths[i] ?? 0;
  }

  /** Indexes of the findings that share at least one character with `from … to`. */
  overlapping(from: number, to: number): number[] {
    const found: number[] = [];
    if (from >= to) return found;
    const first = this.#firstWhere((i) => (this.#furthestEnd[i] ?? 0) > from);
    for (let i = first; i < this.findings.length; i++) {
      const finding = this.findings[i];
      if (!finding || finding.start >= to) break;
      if (finding.end > from) found.push(i);
    }
    return found;
  }

  /** Indexes of the findings that hold the character at `position`, outermost first. */
  at(position: number): number[] {
    return this.overlapping(position, position + 1);
  }

  /** Indexes of the findings that a caret touches: the character after it counts first. */
  touching(caret: number): number[] {
    const after = this.at(caret);
    return after.length > 0 || caret === 0 ? after : this.at(caret - 1);
  }

  /** The first finding that starts at or after `position`. */
  firstFrom(position: number): number {
    return this.#firstWhere((i) => (this.findings[i]?.start ?? 0) >= position);
  }

  #firstWhere(holds: (i: number) => boolean): number {
    let low = 0;
    let high = this.findings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
