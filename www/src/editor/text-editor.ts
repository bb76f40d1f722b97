/** The text area: a CodeMirror editor that shows findings. It knows nothing of the page around it. */
import { history, isolateHistory, undo } from '@codemirror/commands';
import {
  ChangeSet,
  Compartment,
  EditorState,
  Text,
  Transaction,
  type ChangeDesc,
  type Extension,
} from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, placeholder, tooltips } from '@codemirror/view';
import type { ChangedStretch, Edit } from '../engine/types';
import type { FindingIndex } from '../findings/finding-index';
import { adoptEditorStyles } from './adopted-styles';
import { editsOf } from './edits';
import { explanations, openCard, type DrawCard } from './explanation';
import type { DrawnKind } from './highlighted';
import { highlights } from './highlights';
import { KEYS } from './keys';
import {
  currentRange,
  findingsBetween,
  marksField,
  neighbour,
  setDrawn,
  setFindings,
  setHidden,
  setSelected,
} from './marks';

/** The words that the editor shows or tells a screen reader, and the language of its text. */
export interface EditorWords {
  label: string;
  placeholder: string;
  placeholderLanguage: string;
  describedBy: string;
  textLanguage: string;
}

export interface EditorEvents {
  /**
   * The text is another one now, by these changes or altogether (`null`); while an input method composes,
   * it is not yet a finished one.
   */
  changed: (composing: boolean, changes: ChangeSet | null) => void;
  /** The reader has pasted over the whole text; told after `changed`. */
  replaced: () => void;
  /** The reader points at this finding in the text; `null`: at none. */
  selected: (index: number | null) => void;
  drawCard: DrawCard;
  /** Another part of the text is in sight: offsets in the text that was analysed. */
  inSight: (from: number, to: number) => void;
}

/** Control characters worth showing. A carriage return before a line feed is part of the line end. */
const SPECIAL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000a-\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u2028\u2029\u202d\u202e\u2066\u2067\u2069\ufff9-\ufffc]/g;

const NOTHING_DRAWN: ChangedStretch = {
  before: { start: 0, end: Infinity },
  after: { start: 0, end: 0 },
  highlights: { start: new Uint32Array(), end: new Uint32Array(), kind: new Uint16Array() },
};

export class TextEditor {
  readonly #view: EditorView;
  readonly #words = new Compartment();
  readonly #extensions: Extension;
  readonly #events: EditorEvents;
  #shownWords: EditorWords;

  constructor(parent: HTMLElement, text: string, words: EditorWords, events: EditorEvents) {
    adoptEditorStyles();
    this.#events = events;
    this.#shownWords = words;
    this.#extensions = [
      // Splitting at line feeds only leaves CR LF alone: offsets stay those of the file.
      EditorState.lineSeparator.of('\n'),
      history(),
      marksField,
      highlights,
      explanations(events.drawCard, (indexes) => {
        events.selected(indexes.at(-1) ?? null);
      }),
      keymap.of([{ key: 'F8', run: () => this.step(1), shift: () => this.step(-1) }, ...KEYS]),
      highlightSpecialChars({ specialChars: SPECIAL }),
      EditorView.lineWrapping,
      tooltips({ tooltipSpace }),
      whenChanged(events),
      whenScrolled(events),
    ];
    this.#view = new EditorView({ parent, state: this.#stateOf(text) });
  }

  #stateOf(text: string): EditorState {
    return EditorState.create({
      doc: Text.of(text.split('\n')),
      extensions: [this.#extensions, this.#words.of(wordsExtension(this.#shownWords))],
    });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  get length(): number {
    return this.#view.state.doc.length;
  }

  /** Opens another text, with which what could be undone in this one is over. */
  openText(text: string): void {
    const { hidden } = this.#view.state.field(marksField);
    this.#view.setState(this.#stateOf(text));
    this.hideFamilies(hidden);
    this.#events.changed(false, null);
  }

  /** Takes over what the text has become elsewhere; the caret stays where it was in the words. */
  followText(text: string): void {
    const before = this.text;
    let from = 0;
    const shorter = Math.min(before.length, text.length);
    while (from < shorter && before[from] === text[from]) from++;
    let same = 0;
    while (same < shorter - from && before.at(-1 - same) === text.at(-1 - same)) same++;
    const { state } = this.#view;
    this.#view.dispatch({
      changes: {
        from,
        to: before.length - same,
        insert: state.toText(text.slice(from, text.length - same)),
      },
      annotations: Transaction.addToHistory.of(false),
    });
  }

  /** Replaces the whole text, as one step that can be undone. */
  setText(text: string): void {
    const { state } = this.#view;
    this.#view.dispatch({
      changes: { from: 0, to: state.doc.length, insert: state.toText(text) },
      selection: { anchor: 0 },
      annotations: isolateHistory.of('full'),
      scrollIntoView: true,
    });
  }

  undo(): void {
    undo(this.#view);
  }

  /** Closes the card that stays open. */
  closeCard(): void {
    this.#view.dispatch({ effects: openCard.of(null) });
  }

  focus(): void {
    this.#view.focus();
  }

  setWords(words: EditorWords): void {
    this.#shownWords = words;
    this.#view.dispatch({ effects: this.#words.reconfigure(wordsExtension(words)) });
  }

  showFindings(index: FindingIndex): void {
    this.#view.dispatch({ effects: setFindings.of(index) });
  }

  /** Draws what has changed in a stretch of the text; `later` are changes that it does not know of. */
  draw(stretch: ChangedStretch, later: ChangeDesc | null, kinds: readonly DrawnKind[]): void {
    this.#view.dispatch({ effects: setDrawn.of({ stretch, later, kinds }) });
  }

  /** Draws no finding. */
  drawNothing(): void {
    this.draw(NOTHING_DRAWN, null, []);
  }

  /** Changes as edits that lead to the text as it is. */
  editsOf(changes: ChangeSet): Edit[] {
    return editsOf(changes, this.#view.state.doc);
  }

  hideFamilies(hidden: ReadonlySet<string>): void {
    this.#view.dispatch({ effects: [setHidden.of(hidden), openCard.of(null)] });
  }

  /** Where a stretch of the text that was analysed stands now; `null` if another text is open. */
  placeNow(index: FindingIndex, start: number, end: number): { from: number; to: number } | null {
    const marks = this.#view.state.field(marksField);
    return marks.index === index ? currentRange(marks, { start, end }) : null;
  }

  /** Marks a finding as the chosen one, without moving anything. */
  select(i: number | null): void {
    if (this.#view.state.field(marksField).selected === i) return;
    this.#view.dispatch({ effects: setSelected.of(i) });
  }

  /** Brings a finding into sight, puts the caret there and opens its card. */
  reveal(i: number): void {
    const marks = this.#view.state.field(marksField);
    const finding = marks.index.findings[i];
    if (!finding) return;
    const { from, to } = currentRange(marks, finding);
    const around = findingsBetween(marks, from, to).filter((other) => {
      const range = marks.index.findings[other];
      return range && range.start <= finding.start && range.end >= finding.end && other !== i;
    });
    this.#view.dispatch({
      selection: { anchor: from },
      effects: [
        EditorView.scrollIntoView(from, { y: 'center' }),
        setSelected.of(i),
        openCard.of([...around, i]),
      ],
    });
  }

  /** Scrolls to a place of the analysed text. */
  scrollTo(position: number): void {
    const marks = this.#view.state.field(marksField);
    const anchor = marks.moved?.mapPos(position) ?? position;
    this.#view.dispatch({
      selection: { anchor },
      effects: [EditorView.scrollIntoView(anchor, { y: 'start', yMargin: 24 }), openCard.of(null)],
    });
  }

  /** Goes to the next finding or the one before; false where there is none. */
  step(direction: 1 | -1): boolean {
    const i = neighbour(this.#view.state, direction);
    if (i === null) return false;
    this.reveal(i);
    return true;
  }

  destroy(): void {
    this.#view.destroy();
  }
}

function wordsExtension(words: EditorWords): Extension {
  return [
    placeholder(() => {
      const element = document.createElement('span');
      element.lang = words.placeholderLanguage;
      element.textContent = words.placeholder;
      return element;
    }),
    EditorView.contentAttributes.of({
      'aria-label': words.label,
      'aria-describedby': words.describedBy,
      'aria-multiline': 'true',
      tabindex: '0',
      lang: words.textLanguage,
      spellcheck: 'false',
      autocorrect: 'off',
    }),
  ];
}

/** Cards stay over the text, but may leave it above and below. */
function tooltipSpace(view: EditorView): {
  top: number;
  left: number;
  bottom: number;
  right: number;
} {
  const { left, right } = view.dom.getBoundingClientRect();
  const margin = 8;
  return { top: 0, left: left + margin, bottom: innerHeight, right: right - margin };
}

/** Whether a change has left nothing of a text that had something. */
function coversAll(changes: ChangeDesc, length: number): boolean {
  const covering: boolean[] = [];
  changes.iterChangedRanges((from, to) => {
    covering.push(from === 0 && to === length);
  });
  return length > 0 && covering.includes(true);
}

/** Reports every change, and once more when a composition that changed the text is finished. */
function whenChanged({ changed, replaced }: EditorEvents): Extension {
  let unfinished = false;
  return [
    EditorView.updateListener.of(({ docChanged, view, transactions, changes, startState }) => {
      if (!docChanged) return;
      unfinished = view.composing;
      changed(unfinished, changes);
      const pasted = transactions.some((transaction) => transaction.isUserEvent('input.paste'));
      if (pasted && coversAll(changes, startState.doc.length)) replaced();
    }),
    EditorView.domEventHandlers({
      compositionend(_, view) {
        // The last change of a composition may follow this event.
        setTimeout(() => {
          if (unfinished) changed(false, ChangeSet.empty(view.state.doc.length));
          unfinished = false;
        });
      },
    }),
  ];
}

/** Reports which part of the text is in sight, at most once a frame. */
function whenScrolled({ inSight }: EditorEvents): Extension {
  let waiting = false;
  const look = (view: EditorView): void => {
    if (waiting) return;
    waiting = true;
    view.requestMeasure({
      read() {
        waiting = false;
        const { scrollTop, clientHeight } = view.scrollDOM;
        const height = scrollTop - view.documentPadding.top;
        const { moved } = view.state.field(marksField);
        const at = (y: number): number => {
          const { from, length, top, height: own } = view.lineBlockAtHeight(Math.max(0, y));
          const inside = own > 0 ? Math.min(1, Math.max(0, (y - top) / own)) : 0;
          const position = Math.round(from + length * inside);
          return moved?.invertedDesc.mapPos(position) ?? position;
        };
        inSight(at(height), at(height + clientHeight));
      },
    });
  };
  return [
    EditorView.domEventObservers({
      scroll(_, view) {
        look(view);
      },
    }),
    EditorView.updateListener.of(({ geometryChanged, view }) => {
      if (geometryChanged) look(view);
    }),
  ];
}
