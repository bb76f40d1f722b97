/**
 * The analyser follows the editor: it is told every change at once, and says at once what is to be
 * drawn; the report, with all its counts, is asked for when the reader pauses.
 */
import type { ChangeSet } from '@codemirror/state';
import { effect, untracked } from '@preact/signals';
import type { TextEditor } from '../editor/text-editor';
import { MAX_CHARS } from '../engine/protocol';
import { analyze, answers, families, redrawn, report, result, tell } from './analysis';
import { followEdits } from './set-aside';

let editor: TextEditor | null = null;
/** Changes that the analyser does not know of. */
let untold: ChangeSet | null = null;
/** The analyser has another text, or none. */
let lost = true;
/** A report is wanted as soon as all changes are told. */
let due = false;

/** Takes the editor into use and analyses its text. */
export function beginWith(used: TextEditor): void {
  editor = used;
  lost = true;
  reportOnText();
}

/** The text has changed; `null`: it is another one. What is still being composed is told later. */
export function followChanges(changes: ChangeSet | null, composing: boolean): void {
  due = false;
  if (changes === null) lost = true;
  if (lost || changes === null) {
    untold = null;
    return;
  }
  untold = untold?.compose(changes) ?? changes;
  if (!composing) tellChanges();
}

function tellChanges(): void {
  if (!editor || !untold) return;
  const told = editor.length > MAX_CHARS ? 'lost' : tell(editor.editsOf(untold));
  if (told === 'busy') return;
  untold = null;
  lost = told === 'lost';
}

/** Asks for the report on the text as it is now. */
export function reportOnText(): void {
  if (!editor) return;
  due = untold !== null;
  if (due) return;
  const { text } = editor;
  const index = result.peek()?.index;
  // What is set aside has moved with the text.
  if (index) followEdits(text, (start, end) => editor?.placeNow(index, start, end) ?? null);
  if (lost) analyze(text);
  else report(text);
  lost = false;
}

effect(() => {
  const answer = redrawn.value;
  if (!answer || lost) return;
  const kinds = untracked(() =>
    families.value.flatMap((family) =>
      family.subtypes.map((subtype) => ({ family: family.id, subtype: subtype.id })),
    ),
  );
  editor?.draw(answer.stretch, untold?.desc ?? null, kinds);
});

effect(() => {
  if (answers.value === 0) return;
  // The engine has to be done with an answer before it hears more.
  queueMicrotask(() => {
    tellChanges();
    if (due) reportOnText();
  });
});
