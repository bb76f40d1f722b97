/**
 * The texts of the library, in IndexedDB. Where the browser denies it, they live in memory and last
 * as long as the page.
 */
import { openDatabase, type Database } from './database';
import {
  areNumbers,
  beginningOf,
  completed,
  isWhole,
  type TextEntry,
  type TextNumbers,
} from './entry';
import { nameFor, namesFor } from './kept';
import { PROFILE, type KeptProfile } from './profile';

/** Why the browser did not keep a text. */
export type Refusal = 'denied' | 'full';

export type Saving =
  | { kind: 'saved'; entry: TextEntry }
  /** Somebody else, most likely another tab, has saved this text since it was read. */
  | { kind: 'conflict'; other: TextEntry; otherText: string }
  | { kind: 'refused'; why: Refusal };

/** What could not be kept by the browser, and everything else that this page changed meanwhile. */
const memory = {
  entries: new Map<string, TextEntry>(),
  texts: new Map<string, string>(),
  numbers: new Map<string, TextNumbers>(),
};

function refusalOf(cause: unknown): Refusal {
  return cause instanceof DOMException && cause.name === 'QuotaExceededError' ? 'full' : 'denied';
}

/** All entries, also the deleted ones that can still come back. */
export async function listEntries(): Promise<TextEntry[]> {
  const entries = new Map<string, TextEntry>();
  try {
    const db = await openDatabase();
    for (const stored of await db.getAll('entries')) {
      const { id } = stored;
      const entry = isWhole(stored) ? stored : completed(stored, (await db.get('texts', id)) ?? '');
      entries.set(id, entry);
    }
  } catch {
    // Denied: what is in memory is all there is.
  }
  for (const entry of memory.entries.values()) entries.set(entry.id, entry);
  return [...entries.values()];
}

export async function readText(id: string): Promise<{ entry: TextEntry; text: string } | null> {
  const entry = memory.entries.get(id);
  if (entry) return { entry, text: memory.texts.get(id) ?? '' };
  try {
    const transaction = (await openDatabase()).transaction(['entries', 'texts']);
    const [stored, text] = await Promise.all([
      transaction.objectStore('entries').get(id),
      transaction.objectStore('texts').get(id),
    ]);
    return stored ? { entry: completed(stored, text ?? ''), text: text ?? '' } : null;
  } catch {
    return null;
  }
}

/**
 * Saves a text whose last known state is `entry`. If it has been saved by somebody else since, with
 * another text, nothing is written.
 */
export async function saveText(entry: TextEntry, text: string): Promise<Saving> {
  const next = grown(entry, text);
  try {
    const transaction = (await openDatabase()).transaction(['entries', 'texts'], 'readwrite');
    const entries = transaction.objectStore('entries');
    const texts = transaction.objectStore('texts');
    const found = await entries.get(entry.id);
    const stored = found && completed(found, next.beginning);
    if (stored && stored.revision !== entry.revision) {
      const other = (await texts.get(entry.id)) ?? '';
      await transaction.done;
      return other === text
        ? { kind: 'saved', entry: stored }
        : { kind: 'conflict', other: stored, otherText: other };
    }
    // Names are changed without the text.
    if (stored) Object.assign(next, { name: stored.name, folder: stored.folder });
    await Promise.all([entries.put(next, next.id), texts.put(text, next.id), transaction.done]);
    memory.entries.delete(next.id);
    memory.texts.delete(next.id);
    return { kind: 'saved', entry: next };
  } catch (cause) {
    return { kind: 'refused', why: refusalOf(cause) };
  }
}

/** The entry of a text after one more change. */
function grown(entry: TextEntry, text: string): TextEntry {
  return {
    ...entry,
    beginning: beginningOf(text),
    length: text.length,
    changedAt: Date.now(),
    deletedAt: null,
    revision: entry.revision + 1,
  };
}

/** Holds a text that the browser does not keep as long as the page is open. */
export function holdInMemory(entry: TextEntry, text: string): TextEntry {
  const held = { ...grown(entry, text), revision: entry.revision };
  memory.entries.set(held.id, held);
  memory.texts.set(held.id, text);
  return held;
}

/** A new text with what an analysis said about it, if one did. */
export interface AddedText {
  entry: TextEntry;
  text: string;
  numbers: TextNumbers | null;
  /** What a comparison needs of it. */
  profile?: KeptProfile;
}

/**
 * Adds new texts to the database, all or none. Where the browser keeps nothing at all, they are held
 * in memory; where its storage is full, nowhere.
 */
export async function addTexts(added: readonly AddedText[]): Promise<Refusal | null> {
  try {
    const stores = ['entries', 'texts', 'numbers', 'kept'] as const;
    const transaction = (await openDatabase()).transaction(stores, 'readwrite');
    const writing = added.flatMap(({ entry, text, numbers, profile }) => [
      transaction.objectStore('entries').put(entry, entry.id),
      transaction.objectStore('texts').put(text, entry.id),
      numbers && transaction.objectStore('numbers').put(numbers, entry.id),
      profile && transaction.objectStore('kept').put(profile, nameFor(entry.id, PROFILE)),
    ]);
    await Promise.all([...writing, transaction.done]);
    return null;
  } catch (cause) {
    const why = refusalOf(cause);
    if (why === 'denied') added.forEach(hold);
    return why;
  }
}

function hold({ entry, text, numbers }: AddedText): void {
  memory.entries.set(entry.id, entry);
  memory.texts.set(entry.id, text);
  if (numbers) memory.numbers.set(entry.id, numbers);
}

/** Changes entries without their texts: names, folders, deletion. Their revisions stay. */
export async function changeEntries(
  ids: readonly string[],
  change: (entry: TextEntry) => TextEntry,
): Promise<TextEntry[]> {
  const changed: TextEntry[] = [];
  const inMemory = ids.filter((id) => memory.entries.has(id));
  for (const id of inMemory) {
    const entry = memory.entries.get(id);
    if (!entry) continue;
    const next = change(entry);
    memory.entries.set(id, next);
    changed.push(next);
  }
  if (inMemory.length === ids.length) return changed;
  try {
    const transaction = (await openDatabase()).transaction(['entries', 'texts'], 'readwrite');
    const stored = transaction.objectStore('entries');
    for (const id of ids) {
      if (memory.entries.has(id)) continue;
      let entry = await stored.get(id);
      if (!entry) continue;
      if (!isWhole(entry))
        entry = completed(entry, (await transaction.objectStore('texts').get(id)) ?? '');
      const next = change(entry);
      void stored.put(next, id);
      changed.push(next);
    }
    await transaction.done;
  } catch {
    // Denied: there is nothing to change.
  }
  return changed;
}

/** Deletes texts for good, with all that belongs to them. */
export async function purgeTexts(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    memory.entries.delete(id);
    memory.texts.delete(id);
    memory.numbers.delete(id);
  }
  try {
    await purge(await openDatabase(), ids);
  } catch {
    // Denied: there was nothing.
  }
}

async function purge(db: Database, ids: readonly string[]): Promise<void> {
  const stores = ['entries', 'texts', 'numbers', 'kept'] as const;
  const transaction = db.transaction(stores, 'readwrite');
  const deleting = ids.flatMap((id) => [
    transaction.objectStore('entries').delete(id),
    transaction.objectStore('texts').delete(id),
    transaction.objectStore('numbers').delete(id),
    transaction.objectStore('kept').delete(namesFor(id)),
  ]);
  await Promise.all([...deleting, transaction.done]);
}

export async function writeNumbers(id: string, numbers: TextNumbers): Promise<void> {
  if (memory.entries.has(id)) {
    memory.numbers.set(id, numbers);
    return;
  }
  try {
    await (await openDatabase()).put('numbers', numbers, id);
  } catch {
    memory.numbers.set(id, numbers);
  }
}

/** The numbers of all texts that have some. */
export async function listNumbers(): Promise<Map<string, TextNumbers>> {
  const all = new Map<string, TextNumbers>();
  try {
    const { store } = (await openDatabase()).transaction('numbers');
    const [ids, numbers] = await Promise.all([store.getAllKeys(), store.getAll()]);
    ids.forEach((id, i) => {
      const own = numbers[i];
      if (areNumbers(own)) all.set(id, own);
    });
  } catch {
    // Denied: what is in memory is all there is.
  }
  for (const [id, numbers] of memory.numbers) all.set(id, numbers);
  return all;
}
