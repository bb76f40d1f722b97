/** Draws the findings of the visible part of the text. */
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { currentRange, findingsBetween, marksField, type Marks } from './marks';

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
  const ranges = view.visibleRanges.flatMap(({ from, to }) =>
    findingsBetween(marks, from, to).flatMap((i) => {
      const finding = marks.index.findings[i];
      if (!finding) return [];
      const range = currentRange(marks, finding);
      if (range.from >= range.to) return [];
      const { family, subtype } = finding;
      const depth = marks.index.depth(i);
      const decoration = decorationFor(family, subtype, depth, i === marks.selected);
      return [decoration.range(range.from, range.to)];
    }),
  );
  return Decoration.set(ranges, true);
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
