/** The card that explains a marker: on hover, and where the caret, a tap or a panel points. */
import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  type TooltipView,
} from '@codemirror/view';
import { currentRange, findingsAt, findingsTouching, marksField, setFindings } from './marks';

/** Draws the card of some findings, by index, innermost first; the result takes it away again. */
export type DrawCard = (parent: HTMLElement, indexes: readonly number[]) => () => void;

/** Opens the card of these findings, or closes the open one. */
export const openCard = StateEffect.define<readonly number[] | null>();

function tooltipFor(
  state: EditorState,
  indexes: readonly number[],
  drawCard: DrawCard,
): Tooltip | null {
  const marks = state.field(marksField);
  const inner = marks.index.findings[indexes.at(-1) ?? -1];
  if (!inner) return null;
  const { from, to } = currentRange(marks, inner);
  return {
    pos: from,
    end: to,
    above: false,
    create(): TooltipView {
      const dom = document.createElement('div');
      dom.className = 'card-holder';
      const remove = drawCard(dom, indexes.toReversed());
      return { dom, offset: { x: 0, y: 8 }, destroy: remove };
    },
  };
}

interface OpenCard {
  readonly indexes: readonly number[];
  readonly tooltip: Tooltip;
}

/** The card that stays open until the caret leaves the marker, the text changes or Escape comes. */
function standingCard(drawCard: DrawCard): StateField<OpenCard | null> {
  const open = (state: EditorState, indexes: readonly number[]): OpenCard | null => {
    const tooltip = tooltipFor(state, indexes, drawCard);
    return tooltip && { indexes, tooltip };
  };
  return StateField.define<OpenCard | null>({
    create: () => null,
    update(card, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(openCard)) {
          return effect.value && open(transaction.state, effect.value);
        }
        if (effect.is(setFindings)) return null;
      }
      if (transaction.docChanged) return null;
      if (!transaction.isUserEvent('select')) return card;
      const { main } = transaction.state.selection;
      const indexes = main.empty ? findingsTouching(transaction.state, main.head) : [];
      if (card?.indexes.join() === indexes.join()) return card;
      return open(transaction.state, indexes);
    },
    provide: (field) => showTooltip.from(field, (card) => card?.tooltip ?? null),
  });
}

/** Cards and what opens them. `onStanding` hears which findings the standing card explains. */
export function explanations(
  drawCard: DrawCard,
  onStanding: (indexes: readonly number[]) => void,
): Extension {
  const standing = standingCard(drawCard);
  let touched = false;
  const notePointer = (event: PointerEvent): void => {
    touched = event.pointerType === 'touch';
  };

  const hover = hoverTooltip(
    (view, position, side) => {
      if (touched) return null;
      const indexes = findingsAt(view.state, side < 0 ? position - 1 : position);
      const shown = view.state.field(standing)?.indexes;
      if (indexes.length === 0 || indexes.join() === shown?.join()) return null;
      return tooltipFor(view.state, indexes, drawCard);
    },
    { hideOnChange: true, hoverTime: 200 },
  );

  return [
    standing,
    hover,
    keymap.of([
      {
        key: 'Escape',
        run(view) {
          if (!view.state.field(standing)) return false;
          view.dispatch({ effects: openCard.of(null) });
          return true;
        },
      },
      {
        // The card's buttons come before what follows the text.
        key: 'Tab',
        run(view) {
          if (!view.state.field(standing)) return false;
          const button = view.dom.querySelector<HTMLElement>('.card-holder button');
          button?.focus();
          return button !== null;
        },
      },
    ]),
    EditorView.domEventHandlers({
      pointerdown: notePointer,
      pointermove: notePointer,
      // A tap on a marker asks what it is; it must not call the keyboard up over the answer.
      mousedown(event, view) {
        if (!touched || view.hasFocus) return false;
        const position = view.posAtCoords(event, false);
        const indexes = findingsTouching(view.state, position);
        view.dispatch({ effects: openCard.of(indexes.length > 0 ? indexes : null) });
        return indexes.length > 0;
      },
    }),
    EditorView.updateListener.of((update) => {
      const card = update.state.field(standing);
      if (card !== update.startState.field(standing)) onStanding(card?.indexes ?? []);
    }),
  ];
}
