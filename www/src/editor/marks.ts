/** What the editor knows about the findings: which report, and how far the text has moved since. */
import {
  StateEffect,
  StateField,
  type ChangeDesc,
  type EditorState,
  type Transaction,
} from '@codemirror/state';
import type { Finding } from '../engine/types';
import { FindingIndex } from '../findings/finding-index';

export interface Marks {
  readonly index: FindingIndex;
  /** All changes since the report, for offsets that are to stay where they were. */
  readonly moved: ChangeDesc | null;
  readonly hidden: ReadonlySet<string>;
  /** The finding chosen in the text or in a panel. */
  readonly selected: number | null;
}

/** A new report for the text as it stands. */
export const setFindings = StateEffect.define<FindingIndex>();
/** Ids of the families that are not shown. */
export const setHidden = StateEffect.define<ReadonlySet<string>>();
export const setSelected = StateEffect.define<number | null>();

const NOTHING: Marks = {
  index: FindingIndex.EMPTY,
  moved: null,
  hidden: new Set(),
  selected: null,
};

function update(marks: Marks, transaction: Transaction): Marks {
  let next = marks;
  if (transaction.docChanged) {
    const changes = transaction.changes.desc;
    next = { ...next, moved: next.moved?.composeDesc(changes) ?? changes };
  }
  for (const effect of transaction.effects) {
    if (effect.is(setFindings))
      next = { ...next, index: effect.value, moved: null, selected: null };
    else if (effect.is(setHidden)) next = { ...next, hidden: effect.value };
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
  if (!marks.moved) return { from: start, to: end };
  return { from: marks.moved.mapPos(start, 1), to: marks.moved.mapPos(end, -1) };
}

/** Where a place of the present text was when the report was made. */
function reportedPosition(marks: Marks, position: number): number {
  return marks.moved?.invertedDesc.mapPos(position) ?? position;
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
