/**
 * The open text and the library: which one is open, and that no change of it is lost, whatever the
 * browser, another tab or a sudden end of the page does.
 */
import { signal } from '@preact/signals';
import type { TextEditor } from '../editor/text-editor';
import { SAMPLES } from '../samples';
import { writeExceptions } from '../storage/exceptions';
import { newEntry, titleOf, type TextEntry, type TextNumbers } from '../storage/entry';
import {
  adoptJournal,
  beginJournal,
  forgetJournal,
  forgetUnsaved,
  noteUnsaved,
  readUnsaved,
  type Journalled,
} from '../storage/journal';
import { readOpenText, writeOpenText } from '../storage/last-open';
import { hearTabs } from '../storage/tabs';
import { withinSeconds } from '../storage/database';
import { holdInMemory, readText, saveText, writeNumbers, type Refusal } from '../storage/texts';
import { clearing } from './clearing';
import { here } from './exceptions';
import { entries, noteChanged, noteNumbers } from './library';

/** Whether the browser keeps the text, and why not. */
export const keeping = signal<'kept' | Refusal>('kept');
/** What is known of the open text beside its characters. */
export const openEntry = signal<TextEntry>(newEntry());
/** What another tab did to the open text. */
export type Elsewhere = { kind: 'split'; name: string } | { kind: 'deleted' };
export const elsewhere = signal<Elsewhere | null>(null);

let editor: TextEditor | null = null;
/** Changes of the text so far, and how many of them the browser has confirmed to keep. */
let changes = 0;
let keptChanges = 0;
/** Saves follow one another: each builds on the revision of the one before. */
let saving: Promise<void> = Promise.resolve();

export function useEditor(used: TextEditor): void {
  editor = used;
}

/** The open text has changed; `save` is to follow. */
export function noteChange(): void {
  changes++;
}

export const isSaved = (): boolean => keptChanges === changes;

/** The text to begin with: what this tab had open last, or what a tab could not save any more. */
export async function firstText(): Promise<string> {
  const left = readUnsaved();
  const wanted = readOpenText() ?? [...left.values()][0]?.id ?? null;
  const found = wanted === null ? null : await readText(wanted);
  let text = '';
  if (found?.entry.deletedAt === null) {
    openEntry.value = found.entry;
    text = found.text;
  }
  for (const [journal, unsaved] of left) {
    const fits = !found || found.entry.revision === unsaved.revision;
    if (unsaved.id === wanted && fits && isSaved()) {
      if (!found) openEntry.value = newEntry({ id: unsaved.id, name: unsaved.name });
      text = unsaved.text;
      adoptJournal(journal);
      changes++;
    } else {
      // Two tabs with the same text: the other one's words get an entry of their own.
      void rescue(unsaved, unsaved.id === wanted).then((rescued) => {
        if (rescued) forgetJournal(journal);
      });
    }
  }
  return text;
}

/** Saves a text that a tab has left behind: in its place, or beside it if that is taken. */
async function rescue(left: Journalled, taken: boolean): Promise<boolean> {
  const { id, name, revision, text } = left;
  const found = await readText(id);
  if (found?.text === text) return true;
  const entry =
    !taken && found?.entry.revision === revision
      ? found.entry
      : newEntry({ name: found?.entry.name ?? name });
  const outcome = await saveText(entry, text);
  if (outcome.kind === 'saved') noteChanged([outcome.entry]);
  return outcome.kind === 'saved';
}

/** Saves the open text if it has changed. */
export function save(): Promise<void> {
  saving = saving.then(saveNow);
  return saving;
}

async function saveNow(): Promise<void> {
  if (!editor || clearing || isSaved()) return;
  const saved = changes;
  const entry = openEntry.value;
  const text = editor.text;
  const outcome = await saveText(entry, text);
  if (openEntry.value.id !== entry.id) return;
  switch (outcome.kind) {
    case 'saved':
      settle(outcome.entry, saved);
      break;
    case 'conflict':
      await split(entry, text, saved);
      break;
    case 'refused':
      noteChanged([holdInMemory(entry, text)]);
      keeping.value = noteUnsaved({ ...entry, text }) ? 'kept' : outcome.why;
      break;
  }
}

function settle(entry: TextEntry, saved: number): void {
  keptChanges = saved;
  openEntry.value = entry;
  keeping.value = 'kept';
  writeOpenText(entry.id);
  if (isSaved()) forgetUnsaved();
  noteChanged([entry]);
}

/** Another tab has saved the same text with other words: both stay, under two names. */
async function split(entry: TextEntry, text: string, saved: number): Promise<void> {
  const name = numbered(titleOf(entry));
  const own = newEntry({ name, folder: entry.folder });
  const outcome = await saveText(own, text);
  if (outcome.kind !== 'saved') return;
  await writeExceptions(own.id, here.peek());
  settle(outcome.entry, saved);
  elsewhere.value = { kind: 'split', name };
}

/** A name that no other text has. */
function numbered(name: string): string {
  const taken = new Set([...entries.value.values()].map(titleOf));
  for (let number = 2; ; number++) {
    const proposed = `${name} (${number})`;
    if (!taken.has(proposed)) return proposed;
  }
}

/** Keeps what is not confirmed to be saved: the page may be about to go. */
export function saveBeforeLeaving(): void {
  if (!editor || clearing || isSaved()) return;
  noteUnsaved({ ...openEntry.value, text: editor.text });
  // A text that was never saved is what this tab has open, too.
  writeOpenText(openEntry.value.id);
  void save();
}

/** Opens another text; the one open until now is saved first. False where it is no longer there. */
export async function switchTo(id: string): Promise<boolean> {
  const found = await readText(id);
  if (!found) return false;
  await leave();
  show(found.entry, found.text);
  return true;
}

/** Opens a text that is not yet in the library. */
export async function switchToNew(given: { name?: string; text?: string } = {}): Promise<void> {
  await leave();
  const { name = '', text = '' } = given;
  show(newEntry({ name }), text);
  if (text !== '') {
    changes++;
    void save();
  }
}

async function leave(): Promise<void> {
  if (!editor || isSaved()) return;
  await withinSeconds(3, save()).catch(() => undefined);
  if (isSaved()) return;
  // The browser takes its time, or refuses: the text waits in memory, and in a journal of its own.
  const { text } = editor;
  noteChanged([holdInMemory(openEntry.value, text)]);
  noteUnsaved({ ...openEntry.value, text });
  beginJournal();
}

function show(entry: TextEntry, text: string): void {
  openEntry.value = entry;
  keptChanges = changes;
  elsewhere.value = null;
  if (entry.revision > 0) writeOpenText(entry.id);
  editor?.openText(text);
}

/** Whether the open text is nothing that anybody wrote: empty, or a sample as it came. */
export function isWorthless(): boolean {
  const text = editor?.text ?? '';
  return (
    openEntry.value.name === '' && (text === '' || SAMPLES.some((sample) => sample.text === text))
  );
}

/** Keeps the numbers of an analysis of the open text as it was saved last. */
export function keepNumbers(numbers: TextNumbers): void {
  const { id } = openEntry.value;
  noteNumbers(id, numbers);
  void writeNumbers(id, numbers);
}

/** Another tab has changed texts: the open one follows, unless it has changes of its own. */
async function follow(ids: readonly string[]): Promise<void> {
  const known = await Promise.all(ids.map((id) => readText(id)));
  const next = new Map(entries.value);
  for (const found of known) if (found) next.set(found.entry.id, found.entry);
  entries.value = next;

  const mine = known.find((found) => found?.entry.id === openEntry.value.id);
  if (!mine || !editor) return;
  if (mine.entry.deletedAt !== null) {
    elsewhere.value = { kind: 'deleted' };
  } else if (isSaved() && mine.entry.revision > openEntry.value.revision) {
    openEntry.value = mine.entry;
    editor.followText(mine.text);
    keptChanges = changes;
  } else if (mine.entry.revision === openEntry.value.revision) {
    openEntry.value = mine.entry;
  }
}

hearTabs((message) => {
  if (message.type === 'changed') void follow(message.ids);
});

addEventListener('pagehide', saveBeforeLeaving);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') saveBeforeLeaving();
});
