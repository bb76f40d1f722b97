/**
 * The text of the page: where it comes from, where it is kept, and when it is analysed.
 *
 * The editor owns the text; this module holds the editor and everything that may replace its text.
 */
import { effect, signal } from '@preact/signals';
import type { TextEditor } from '../editor/text-editor';
import { MAX_CHARS } from '../engine/protocol';
import { candidates, decode, provenEncoding, type Encoding } from '../files/decode';
import { FindingIndex } from '../findings/finding-index';
import { journalText, saveText } from '../storage/text';
import { analyze, result, supersede } from './analysis';
import { hiddenFamilies } from './settings';

/** What the page has to say about the last thing done to the text. */
export type Notice =
  | { kind: 'cleared' }
  | { kind: 'replaced' }
  | { kind: 'opened'; file: OpenedFile; encoding: Encoding; damaged: number }
  | { kind: 'file-too-long'; name: string; bytes: number }
  | { kind: 'file-unreadable'; name: string }
  | { kind: 'file-empty'; name: string };

export interface OpenedFile {
  name: string;
  bytes: Uint8Array;
}

export const notice = signal<Notice | null>(null);
/** The file whose encoding the reader is asked for. */
export const undecided = signal<{ file: OpenedFile; choices: Encoding[] } | null>(null);
export const isEmpty = signal(true);
/** Whether the browser keeps the text. */
export const kept = signal(true);
/** The finding that the reader points at, in the text or in a panel. */
export const selected = signal<number | null>(null);

let editor: TextEditor | null = null;
let analysisTimer: ReturnType<typeof setTimeout> | undefined;
let savingTimer: ReturnType<typeof setTimeout> | undefined;
/** Changes of the text so far, and how many of them the browser has confirmed to keep. */
let changes = 0;
let keptChanges = 0;

/** How long to wait for the next key before work begins, in milliseconds. */
const pause = (length: number): number => (length < 100_000 ? 80 : 400);

/** Takes the editor, which holds the text of the last visit, into use. */
export function attachEditor(used: TextEditor): void {
  editor = used;
  used.hideFamilies(hiddenFamilies.value);
  isEmpty.value = used.length === 0;
  analyze(used.text);
}

/** To be called after every change of the text; half-composed words are not analysed. */
export function textChanged(composing: boolean): void {
  if (!editor) return;
  isEmpty.value = editor.length === 0;
  changes++;
  // What was said about the last text, and the offer to undo, do not fit a text that was edited.
  notice.value = null;
  supersede();
  clearTimeout(analysisTimer);
  if (composing) return;
  analysisTimer = setTimeout(() => {
    if (editor) analyze(editor.text);
  }, pause(editor.length));
  clearTimeout(savingTimer);
  savingTimer = setTimeout(() => void save(), pause(editor.length) * 4);
}

async function save(): Promise<void> {
  if (!editor || keptChanges === changes) return;
  const saving = changes;
  kept.value = await saveText(editor.text);
  if (kept.value) keptChanges = saving;
}

/** Keeps what is not confirmed to be saved: the page may be about to go. */
function saveBeforeLeaving(): void {
  if (!editor || keptChanges === changes) return;
  journalText(editor.text);
  void save();
}

addEventListener('pagehide', saveBeforeLeaving);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') saveBeforeLeaving();
});

function replaceText(text: string, said: Notice | null): void {
  if (!editor) return;
  const hadText = editor.length > 0;
  editor.setText(text);
  notice.value = said ?? (hadText ? { kind: 'replaced' } : null);
}

export function openSample(text: string): void {
  replaceText(text, null);
}

export function clearText(): void {
  replaceText('', { kind: 'cleared' });
  editor?.focus();
}

export function undoChange(): void {
  editor?.undo();
  editor?.focus();
  notice.value = null;
}

/** Opens a dropped or chosen file; asks for the encoding where the bytes do not tell. */
export async function openFile(file: File): Promise<void> {
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
  if (encoding) readAs(opened, encoding);
  else undecided.value = { file: opened, choices: candidates(bytes) };
}

export function readAs(file: OpenedFile, encoding: Encoding): void {
  undecided.value = null;
  const { text, damaged } = decode(file.bytes, encoding);
  replaceText(text, { kind: 'opened', file, encoding, damaged });
}

/** Lets the reader read the same bytes in another encoding. */
export function changeEncoding(file: OpenedFile, used: Encoding): void {
  const choices = new Set<Encoding>([used, ...candidates(file.bytes), 'utf-8']);
  undecided.value = { file, choices: [...choices] };
}

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
  editor?.focus();
}

effect(() => {
  const index = result.value?.index ?? FindingIndex.EMPTY;
  selected.value = null;
  editor?.showFindings(index);
});

effect(() => {
  const hidden = hiddenFamilies.value;
  editor?.hideFamilies(hidden);
});

effect(() => {
  const chosen = selected.value;
  editor?.select(chosen);
});
