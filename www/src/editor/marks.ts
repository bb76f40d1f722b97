/**
 * What the editor knows about the findings: which report, and how far the text has moved since.
 *
 * What is drawn is newer: it follows every edit, while a report comes when the reader pauses.
 */
import {
  StateEffect,
  StateField,
  type ChangeDesc,
  type EditorState,
  type Transaction,
} from '@codemirror/state';
import type { ChangedStretch, Finding } from '../engine/types';
import { FindingIndex } from '../findings/finding-index';
import { Highlighted, type DrawnKind } from './highlighted';

export interface Marks {
  readonly index: FindingIndex;
  /** All changes since the report, for offsets that are to stay where they were. */
  readonly moved: ChangeDesc | null;
  /** What is drawn, and all changes since the edit that it follows. */
  readonly drawn: Highlighted;
  readonly drawnMoved: ChangeDesc | null;
  readonly hidden: ReadonlySet<string>;
  /** The finding chosen in the text or in a panel. */
  readonly selected: number | null;
}

/** A new report for the text as it stands. */
export const setFindings = StateEffect.define<FindingIndex>();
/** What is to be drawn in a stretch of a text that has changed since by `later`. */
export const setDrawn = StateEffect.define<{
  stretch: ChangedStretch;
  later: ChangeDesc | null;
  kinds: readonly DrawnKind[];
}>();
/** Ids of the families that are not shown. */
export const setHidden = StateEffect.define<ReadonlySet<string>>();
export const setSelected = StateEffect.define<number | null>();

const NOTHING: Marks = {
  index: FindingIndex.EMPTY,
  moved: null,
  drawn: Highlighted.NONE,
  drawnMoved: null,
  hidden: new Set(),
  selected: null,
};

function update(marks: Marks, transaction: Transaction): Marks {
  let next = marks;
  if (transaction.docChanged) {
    const changes = transaction.changes.desc;
    next = {
      ...next,
      moved: next.moved?.composeDesc(changes) ?? changes,
      drawnMoved: next.drawnMoved?.composeDesc(changes) ?? changes,
    };
  }
  for (const effect of transaction.effects) {
    if (effect.is(setFindings))
      next = { ...next, index: effect.value, moved: null, selected: null };
    else if (effect.is(setDrawn)) {
      const { stretch, later, kinds } = effect.value;
      next = { ...next, drawn: next.drawn.with(stretch, kinds), drawnMoved: later };
    } else if (effect.is(setHidden)) next = { ...next, hidden: effect.value };
    else if (effect.is(setSelected)) next = { ...next, selected: effect.value };
  }
  return next;
}

export const marksField = StateField.define<Marks>({ create: () => NOTHING, update });

/** A finding's place in the text as it stands now. */
export function currentRange(
  marks: Marks,
  { start, end }: Pick<Finding, 'start' | 'end'>,
): { from: number; to: number } {
  return movedRange(marks.moved, start, end);
}

/** Where that stands now which is drawn under a number. */
export function drawnRange(marks: Marks, i: number): { from: number; to: number } {
  return movedRange(marks.drawnMoved, ...marks.drawn.range(i));
}

function movedRange(
  moved: ChangeDesc | null,
  start: number,
  end: number,
): { from: number; to: number } {
  if (!moved) return { from: start, to: end };
  return { from: moved.mapPos(start, 1), to: moved.mapPos(end, -1) };
}

/** Where a place of the present text was when the report was made. */
function reportedPosition(marks: Marks, position: number): number {
  return movedBack(marks.moved, position);
}

function movedBack(moved: ChangeDesc | null, position: number): number {
  return moved?.invertedDesc.mapPos(position) ?? position;
}

const visible = (marks: Marks, indexes: number[]): number[] =>
  indexes.filter((i) => !marks.hidden.has(marks.index.findings[i]?.family ?? ''));

/** The shown findings that hold the character at `position`, outermost first. */
export function findingsAt(state: EditorState, position: number): number[] {
  const marks = state.field(marksField);
  return visible(marks, marks.index.at(reportedPosition(marks, position)));
}

/** The shown findings that a caret touches, outermost first. */
export function findingsTouching(state: EditorState, caret: number): number[] {
  const marks = state.field(marksField);
  return visible(marks, marks.index.touching(reportedPosition(marks, caret)));
}

/** The shown findings between two places of the present text. */
export function findingsBetween(marks: Marks, from: number, to: number): number[] {
  const start = reportedPosition(marks, from);
  return visible(
    marks,
    marks.index.overlapping(start, Math.max(start, reportedPosition(marks, to))),
  );
}

/** Numbers of what is drawn between two places of the present text. */
export function drawnBetween(marks: Marks, from: number, to: number): number[] {
  const start = movedBack(marks.drawnMoved, from);
  const end = Math.max(start, movedBack(marks.drawnMoved, to));
  const { drawn, hidden } = marks;
  return drawn.overlapping(start, end).filter((i) => !hidden.has(drawn.kind(i)?.family ?? ''));
}

/** The next shown finding after the chosen one or the caret, or the one before; none at the ends. */
export function neighbour(state: EditorState, direction: 1 | -1): number | null {
  const marks = state.field(marksField);
  const { index, hidden, selected } = marks;
  let i: number;
  if (selected === null) {
    const caret = reportedPosition(marks, state.selection.main.head);
    const next = index.firstFrom(caret);
    i = direction === 1 ? next : next - 1;
  } else {
    i = selected + direction;
  }
  for (; i >= 0 && i < index.size; i += direction) {
    if (!hidden.has(index.findings[i]?.family ?? '')) return i;
  }
  return null;
}
