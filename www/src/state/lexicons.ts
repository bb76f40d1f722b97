/**
 * The reader's own lexicons: kept in this browser, on or off, and given to the analyser. The tables
 * themselves are what is kept; what they say is read by the analyser alone.
 */
import { signal } from '@preact/signals';
import type { LexiconPreview, LexiconTable } from '../engine/types';
import { reportLanguage } from '../i18n/language';
import { readKept, writeKept } from '../storage/kept';
import { hearTabs, tellTabs } from '../storage/tabs';
import { analyzeAgain, engine } from './analysis';
import { language } from './settings';

/** A lexicon as it is kept. */
export interface OwnLexicon {
  id: string;
  /** What findings call it: `user/NAME`. */
  name: string;
  table: string;
  on: boolean;
  /** What the analyser said of the table when it was saved. */
  entries: number;
  errors: number;
}

const NAME = 'lexicons';

export const lexicons = signal<readonly OwnLexicon[]>([]);
/** Whether the browser keeps them. */
export const lexiconsKept = signal(true);
/** Why the analyser does not take them. */
export const lexiconsRefused = signal<string | null>(null);

/** What was kept, with what another version of the page did not write. */
function kept(value: unknown): OwnLexicon[] {
  if (!Array.isArray(value)) return [];
  return (value as (Partial<OwnLexicon> | null)[]).flatMap((lexicon) => {
    const { id, name, table } = lexicon ?? {};
    if (typeof id !== 'string' || typeof name !== 'string' || typeof table !== 'string') return [];
    return [{ on: true, entries: 0, errors: 0, ...lexicon, id, name, table }];
  });
}

/** Takes into use what was kept; to be called once, at the start. */
export async function loadLexicons(): Promise<void> {
  const found = kept(await readKept(NAME));
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
  const keeping = writeKept(NAME, next).then((done) => {
    lexiconsKept.value = done;
    if (done) tellTabs({ type: 'lexicons' });
  });
  await Promise.all([keeping, use()]);
}

// Another tab has changed them.
hearTabs((message) => {
  if (message.type !== 'lexicons') return;
  void readKept(NAME).then(async (found) => {
    const next = kept(found);
    if (JSON.stringify(next) === JSON.stringify(lexicons.peek())) return;
    lexicons.value = next;
    await use();
  });
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
  const read = await preview(given.name, given.table);
  const others = lexicons.value.filter(({ id }) => id !== given.id);
  const saved: OwnLexicon = {
    ...given,
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

/** A name that none of the others has. */
export function unlike(name: string, others: readonly string[]): string {
  let unique = name;
  for (let number = 2; others.includes(unique); number++) unique = `${name} ${number}`;
  return unique;
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
