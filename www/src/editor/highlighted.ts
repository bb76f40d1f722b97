/** What is drawn in the text: findings without words, kept up to date by what the analyser says of edits. */
import type { ChangedStretch, Highlights } from '../engine/types';
import { SpanIndex } from '../findings/span-index';

/** What tells one kind of finding from another to the eye. */
export interface DrawnKind {
  family: string;
  subtype: string;
}

export class Highlighted extends SpanIndex {
  static readonly NONE = new Highlighted(
    { start: new Uint32Array(), end: new Uint32Array(), kind: new Uint16Array() },
    [],
  );

  readonly #highlights: Highlights;
  readonly #kinds: readonly DrawnKind[];

  constructor(highlights: Highlights, kinds: readonly DrawnKind[]) {
    super(highlights.start, highlights.end);
    this.#highlights = highlights;
    this.#kinds = kinds;
  }

  kind(i: number): DrawnKind | undefined {
    return this.#kinds[this.#highlights.kind[i] ?? -1];
  }

  /** These highlights with others in a stretch; what stands after it moves along. */
  with({ before, after, highlights }: ChangedStretch, kinds: readonly DrawnKind[]): Highlighted {
    const old = this.#highlights;
    const first = this.firstFrom(before.start);
    const last = this.firstFrom(before.end);
    const moved = after.end - before.end;
    const size = first + highlights.start.length + this.size - last;
    const splice = <Column extends Uint32Array | Uint16Array>(
      spliced: Column,
      column: Column,
      put: Column,
    ): Column => {
      spliced.set(column.subarray(0, first));
      spliced.set(put, first);
      spliced.set(column.subarray(last), first + put.length);
      return spliced;
    };
    const start = splice(new Uint32Array(size), old.start, highlights.start);
    const end = splice(new Uint32Array(size), old.end, highlights.end);
    for (let i = first + highlights.start.length; i < size; i++) {
      start[i] = (start[i] ?? 0) + moved;
      end[i] = (end[i] ?? 0) + moved;
    }
    const kind = splice(new Uint16Array(size), old.kind, highlights.kind);
    return new Highlighted({ start, end, kind }, kinds);
  }
}
