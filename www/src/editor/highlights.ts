/** Draws the findings of the visible part of the text. */
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { currentRange, drawnBetween, drawnRange, marksField, type Marks } from './marks';

/** Decorations differ only in these, so equal ones are shared. */
const decorations = new Map<string, Decoration>();

function decorationFor(
  family: string,
  subtype: string,
  depth: number,
  selected: boolean,
): Decoration {
  const key = `${family}/${subtype}/${depth}/${selected ? 'selected' : ''}`;
  let decoration = decorations.get(key);
  if (!decoration) {
    decoration = Decoration.mark({
      class: `marker marker-depth-${depth}${selected ? ' marker-selected' : ''}`,
      attributes: { 'data-family': family, 'data-subtype': subtype },
    });
    decorations.set(key, decoration);
  }
  return decoration;
}

function draw(view: EditorView, marks: Marks): DecorationSet {
  const { drawn } = marks;
  const ranges = view.visibleRanges.flatMap(({ from, to }) =>
    drawnBetween(marks, from, to).flatMap((i) => {
      const range = drawnRange(marks, i);
      const kind = drawn.kind(i);
      if (!kind || range.from >= range.to) return [];
      const { family, subtype } = kind;
      const selected = isSelected(marks, range, family);
      const decoration = decorationFor(family, subtype, drawn.depth(i), selected);
      return [decoration.range(range.from, range.to)];
    }),
  );
  return Decoration.set(ranges, true);
}

/** Whether what is drawn at a place is the chosen finding. */
function isSelected(marks: Marks, drawn: { from: number; to: number }, family: string): boolean {
  if (marks.selected === null) return false;
  const chosen = marks.index.findings[marks.selected];
  if (chosen?.family !== family) return false;
  const { from, to } = currentRange(marks, chosen);
  return from === drawn.from && to === drawn.to;
}

export const highlights = ViewPlugin.define<{ decorations: DecorationSet }>(
  (view) => ({
    decorations: draw(view, view.state.field(marksField)),
    update(update: ViewUpdate) {
      const marks = update.state.field(marksField);
      if (update.viewportChanged || marks !== update.startState.field(marksField)) {
        this.decorations = draw(update.view, marks);
      }
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);
