/**
 * The reader's own lexicons: kept in this browser, on or off, and given to the analyser. The tables
 * themselves are what is kept; what they say is read by the analyser alone.
 */
import { signal } from '@preact/signals';
import type { LexiconPreview, LexiconTable } from '../engine/types';
import { reportLanguage } from '../i18n/language';
import { readKept, writeKept } from '../storage/kept';
import { lexiconsIn, LEXICONS, unlike, type OwnLexicon } from '../storage/own-lexicon';
import { hearTabs, tellTabs } from '../storage/tabs';
import { analyzeAgain, engine } from './analysis';
import { language } from './settings';

export const lexicons = signal<readonly OwnLexicon[]>([]);
/** Whether the browser keeps them. */
export const lexiconsKept = signal(true);
/** Why the analyser does not take them. */
export const lexiconsRefused = signal<string | null>(null);

/** Takes into use what was kept; to be called once, at the start. */
export async function loadLexicons(): Promise<void> {
  const found = lexiconsIn(await readKept(LEXICONS));
  if (lexicons.value.length > 0) return;
  lexicons.value = found;
  if (lexicons.value.some(({ on }) => on)) await use();
}

/** Those that are switched on, as the analyser takes them. */
export const lexiconsInUse = (): LexiconTable[] =>
  lexicons
    .peek()
    .filter(({ on }) => on)
    .map(({ name, table }): LexiconTable => ({ name, table }));

async function use(): Promise<void> {
  try {
    await engine.useLexicons(lexiconsInUse());
    lexiconsRefused.value = null;
  } catch (cause) {
    lexiconsRefused.value = cause instanceof Error ? cause.message : String(cause);
  }
  analyzeAgain();
}

async function change(next: readonly OwnLexicon[]): Promise<void> {
  lexicons.value = next;
  const keeping = writeKept(LEXICONS, next).then((done) => {
    lexiconsKept.value = done;
    if (done) tellTabs({ type: 'lexicons' });
  });
  await Promise.all([keeping, use()]);
}

/** Takes into use what was kept elsewhere: by another tab, or from a copy. */
export async function followLexicons(): Promise<void> {
  const next = lexiconsIn(await readKept(LEXICONS));
  if (JSON.stringify(next) === JSON.stringify(lexicons.peek())) return;
  lexicons.value = next;
  await use();
}

hearTabs((message) => {
  if (message.type === 'lexicons') void followLexicons();
});

/** What the analyser makes of a table. */
export function preview(name: string, table: string): Promise<LexiconPreview> {
  return engine.ask({
    kind: 'read-lexicon',
    name,
    table,
    language: reportLanguage(language.peek()),
  });
}

/** Saves a lexicon, new or changed, and takes it into use if it is on. */
export async function saveLexicon(
  given: Pick<OwnLexicon, 'id' | 'name' | 'table'>,
): Promise<OwnLexicon> {
  // As a file would hold it, so that what goes out comes back.
  const table = given.table.toWellFormed();
  const read = await preview(given.name, table);
  const others = lexicons.value.filter(({ id }) => id !== given.id);
  const saved: OwnLexicon = {
    id: given.id,
    table,
    name: unlike(
      read.lexicon.name,
      others.map(({ name }) => name),
    ),
    on: lexicons.value.find(({ id }) => id === given.id)?.on ?? true,
    entries: read.lexicon.entries,
    errors: read.errors,
  };
  const known = lexicons.value.some(({ id }) => id === given.id);
  await change(
    known
      ? lexicons.value.map((lexicon) => (lexicon.id === given.id ? saved : lexicon))
      : [...lexicons.value, saved],
  );
  return saved;
}

export function switchLexicon(id: string, on: boolean): Promise<void> {
  return change(
    lexicons.value.map((lexicon) => (lexicon.id === id ? { ...lexicon, on } : lexicon)),
  );
}

/** Takes a lexicon away and says how to bring it back. */
export async function deleteLexicon(id: string): Promise<() => Promise<void>> {
  const before = lexicons.value;
  await change(before.filter((lexicon) => lexicon.id !== id));
  return async () => {
    const gone = before.find((lexicon) => lexicon.id === id);
    if (gone) await change([...lexicons.value, gone]);
  };
}
