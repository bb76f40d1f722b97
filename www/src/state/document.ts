/**
 * The text of the page: where it comes from, and when it is analysed. `open-text.ts` keeps it.
 *
 * The editor owns the text; this module holds the editor and everything that may replace its text.
 */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { ChangeSet } from '@codemirror/state';
import type { TextEditor } from '../editor/text-editor';
import { MAX_CHARS } from '../engine/protocol';
import { candidates, decode, provenEncoding, type Encoding } from '../files/decode';
import { FindingIndex } from '../findings/finding-index';
import { formatOf, Skip, type SkipReason } from '../import/formats';
import { beginningOf, titleOf } from '../storage/entry';
import { result, supersede } from './analysis';
import { beginWith, followChanges, reportOnText } from './following';
import { deleteTexts, restoreTexts } from './library';
import {
  isSaved,
  isWorthless,
  keepNumbers,
  noteChange,
  openEntry,
  save,
  switchTo,
  switchToNew,
  useEditor,
} from './open-text';
import { hiddenFamilies } from './settings';
import { openView } from './view';

/** What the page has to say about the last thing done to the text. */
export type Notice =
  | { kind: 'cleared' }
  | { kind: 'replaced' }
  /** Another text was opened in front of one that stays in the library, under this name. */
  | { kind: 'set-aside'; name: string; undo: Undo }
  | { kind: 'opened'; file: OpenedFile; encoding: Encoding; damaged: number; undo: Undo | null }
  /** The text is being got out of a document. */
  | { kind: 'reading'; name: string }
  | { kind: 'document'; name: string; undo: Undo | null }
  | { kind: 'refused'; name: string; reason: SkipReason }
  | { kind: 'file-too-long'; name: string; bytes: number }
  | { kind: 'file-unreadable'; name: string }
  | { kind: 'file-empty'; name: string };

/** Takes the last thing back. */
export type Undo = () => Promise<void>;

export interface OpenedFile {
  name: string;
  bytes: Uint8Array;
}

export const notice = signal<Notice | null>(null);
/** The file whose encoding the reader is asked for. */
export interface Undecided {
  file: OpenedFile;
  choices: Encoding[];
  /** The file is open already, read in another encoding. */
  over: { undo: Undo | null } | null;
}
export const undecided = signal<Undecided | null>(null);
export const isEmpty = signal(true);
/** The finding that the reader points at, in the text or in a panel. */
export const selected = signal<number | null>(null);

/** What of the analysed text is in sight, as offsets; `null` before the first look. */
export const sight = signal<{ from: number; to: number } | null>(null);

let editor: TextEditor | null = null;
let analysisTimer: ReturnType<typeof setTimeout> | undefined;
let savingTimer: ReturnType<typeof setTimeout> | undefined;

/** From so many code units on counting and saving take long enough to be noticed by who types on. */
const LONG = 100_000;
/**
 * How long to wait for the next key before all is counted anew, in milliseconds: words come in bursts, and
 * whoever goes on is not to wait for the counting of a very long text.
 */
const untilCounted = (length: number): number =>
  length < LONG ? 80 : Math.min(1_200, 700 + length / 5_000);
/** And before the text is saved. */
const untilSaved = (length: number): number => (length < LONG ? 320 : 1_600);

/** Takes the editor, which holds the text of the last visit, into use. */
export function attachEditor(used: TextEditor): void {
  editor = used;
  useEditor(used);
  used.hideFamilies(hiddenFamilies.value);
  isEmpty.value = used.length === 0;
  beginWith(used);
  // It was left behind unsaved.
  if (!isSaved()) void save();
}

/**
 * To be called after every change of the text, with the changes or `null` if it is another text;
 * half-composed words are not analysed.
 */
export function textChanged(composing: boolean, changes: ChangeSet | null): void {
  if (!editor) return;
  isEmpty.value = editor.length === 0;
  noteChange();
  // What was said about the last text, and the offer to undo, do not fit a text that was edited.
  notice.value = null;
  supersede();
  clearTimeout(analysisTimer);
  followChanges(changes, composing);
  if (composing) return;
  analysisTimer = setTimeout(reportOnText, untilCounted(editor.length));
  clearTimeout(savingTimer);
  savingTimer = setTimeout(() => void save(), untilSaved(editor.length));
}

/** The reader has pasted over all that was there. */
export function textReplaced(): void {
  notice.value = { kind: 'replaced' };
}

/** Opens a text in front of the open one, which stays in the library if it is anybody's work. */
async function openInFront(given: { name?: string; text?: string }): Promise<Undo | null> {
  const before = openEntry.value;
  const hadText = editor !== null && editor.length > 0;
  const worthless = isWorthless();
  await switchToNew(given);
  openView('read');
  if (worthless) await deleteTexts([before.id]);
  if (!hadText) return null;
  const { id } = openEntry.value;
  return async () => {
    await restoreTexts([before.id]);
    if (await switchTo(before.id)) await deleteTexts([id]);
  };
}

export async function openSample(text: string): Promise<void> {
  const { id } = openEntry.value;
  // What was typed a moment ago is not in the entry yet.
  const name = titleOf({ ...openEntry.value, beginning: beginningOf(editor?.text ?? '') });
  const worthless = isWorthless();
  const undo = await openInFront({ text });
  if (undo && !worthless && id !== openEntry.value.id) {
    notice.value = { kind: 'set-aside', name, undo };
  }
}

/** Begins an empty text; the open one stays in the library. */
export async function openNew(): Promise<void> {
  await openInFront({});
  editor?.focus();
}

/** Opens a text of the library. */
export async function openKept(id: string): Promise<void> {
  if (id !== openEntry.value.id) await switchTo(id);
  openView('read');
}

export function clearText(): void {
  if (!editor) return;
  editor.setText('');
  notice.value = { kind: 'cleared' };
  editor.focus();
}

/** Takes the last change of the text back. */
export function undoChange(): void {
  editor?.undo();
  editor?.focus();
  notice.value = null;
}

/** Goes back to the text that was open before. */
export async function undoOpening(undo: Undo): Promise<void> {
  await undo();
  notice.value = null;
}

/** Opens a dropped or chosen file; asks for the encoding where the bytes do not tell. */
export async function openFile(file: File): Promise<void> {
  const format = formatOf(file.name);
  if (format !== null && format !== 'text') {
    await openDocument(file);
    return;
  }
  // No encoding here takes more than four bytes for a character.
  if (file.size > MAX_CHARS * 4) {
    notice.value = { kind: 'file-too-long', name: file.name, bytes: file.size };
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    notice.value = { kind: 'file-unreadable', name: file.name };
    return;
  }
  if (bytes.length === 0) {
    notice.value = { kind: 'file-empty', name: file.name };
    return;
  }
  const opened = { name: file.name, bytes };
  const encoding = provenEncoding(bytes);
  if (encoding) await readAs(opened, encoding);
  else undecided.value = { file: opened, choices: candidates(bytes), over: null };
}

/** Opens a file whose text has to be got out of it first. */
async function openDocument(file: File): Promise<void> {
  notice.value = { kind: 'reading', name: file.name };
  try {
    const { workshop } = await import('../import/workshop');
    const text = await workshop.ask('read', { file });
    const undo = await openInFront({ name: file.name, text });
    notice.value = { kind: 'document', name: file.name, undo };
  } catch (cause) {
    const reason = cause instanceof Skip ? cause.reason : 'crash';
    notice.value = { kind: 'refused', name: file.name, reason };
  }
}

/** Opens a file's text; `over` is the one that was opened from the same file in another encoding. */
export async function readAs(
  file: OpenedFile,
  encoding: Encoding,
  over: { undo: Undo | null } | null = null,
): Promise<void> {
  undecided.value = null;
  const { text, damaged } = decode(file.bytes, encoding);
  let undo: Undo | null;
  if (over) {
    editor?.setText(text);
    ({ undo } = over);
  } else {
    undo = await openInFront({ name: file.name, text });
  }
  notice.value = { kind: 'opened', file, encoding, damaged, undo };
}

/** Lets the reader read the same bytes in another encoding. */
export function changeEncoding(file: OpenedFile, used: Encoding, undo: Undo | null): void {
  const choices = new Set<Encoding>([used, ...candidates(file.bytes), 'utf-8']);
  undecided.value = { file, choices: [...choices], over: { undo } };
}

/** The finding that the reader points at. */
export const selectedFinding = computed(() =>
  selected.value === null ? undefined : result.value?.index.findings[selected.value],
);

/** Brings a finding into sight in the text. */
export function reveal(i: number): void {
  selected.value = i;
  editor?.reveal(i);
}

export function revealPosition(position: number): void {
  editor?.scrollTo(position);
}

export function stepThroughFindings(direction: 1 | -1): void {
  editor?.step(direction);
}

export function closeCard(): void {
  editor?.closeCard();
}

export function focusText(): void {
  openView('read');
  // The view is shown with the next frame.
  requestAnimationFrame(() => editor?.focus());
}

effect(() => {
  const index = result.value?.index ?? FindingIndex.EMPTY;
  selected.value = null;
  editor?.showFindings(index);
  if (!result.value) editor?.drawNothing();
});

effect(() => {
  const hidden = hiddenFamilies.value;
  editor?.hideFamilies(hidden);
});

effect(() => {
  const chosen = selected.value;
  editor?.select(chosen);
});

// The numbers of a text that was analysed as it is kept go into the library.
effect(() => {
  const entry = openEntry.value;
  const shown = result.value;
  if (!shown || !isSaved() || shown.text.length !== entry.length) return;
  // A new text that nobody has begun is in no library.
  if (entry.revision === 0 && entry.length === 0) return;
  const { analyzer, document, summary } = shown.report;
  const counts = Object.entries(summary.families).map(([id, { count }]) => [id, count] as const);
  untracked(() => {
    keepNumbers({
      revision: entry.revision,
      lexicon: [analyzer.lexicon, ...analyzer.user_lexicons.map((own) => own.fingerprint)].join(
        '+',
      ),
      han: document.han,
      script: document.script,
      counts: Object.fromEntries(counts),
    });
  });
});
