/** The texts that are kept in this browser: listed, named, deleted and brought back. */
import { computed, signal } from '@preact/signals';
import { titleOf, type TextEntry, type TextNumbers } from '../storage/entry';
import { tellTabs } from '../storage/tabs';
import { changeEntries, listEntries, listNumbers, purgeTexts } from '../storage/texts';

/** All entries by id, also those deleted a moment ago. */
export const entries = signal<ReadonlyMap<string, TextEntry>>(new Map());
/** What analyses said about them. */
export const textNumbers = signal<ReadonlyMap<string, TextNumbers>>(new Map());

/** The texts that the library shows, those changed last first. A text without a word is none. */
export const library = computed(() =>
  [...entries.value.values()]
    .filter((entry) => entry.deletedAt === null && titleOf(entry) !== '')
    .sort((a, b) => b.changedAt - a.changedAt),
);

/** A deleted text goes for good after this many milliseconds, on the next visit. */
const KEPT_DELETED = 10 * 60 * 1000;

/** Reads the library; to be called before it is shown. */
export async function loadLibrary(): Promise<void> {
  const [listed, numbers] = await Promise.all([listEntries(), listNumbers()]);
  entries.value = new Map(listed.map((entry) => [entry.id, entry]));
  // What this page has learnt meanwhile is newer.
  textNumbers.value = new Map([...numbers, ...textNumbers.value]);
}

/** Takes changed entries into the list, and tells other tabs. */
export function noteChanged(changed: readonly TextEntry[]): void {
  if (changed.length === 0) return;
  const next = new Map(entries.value);
  for (const entry of changed) next.set(entry.id, entry);
  entries.value = next;
  tellTabs({ type: 'changed', ids: changed.map(({ id }) => id) });
}

/** Takes new texts with their numbers, if they have some, into the list, and tells other tabs. */
export function noteAdded(
  added: readonly { entry: TextEntry; numbers: TextNumbers | null }[],
): void {
  const known = new Map(textNumbers.value);
  for (const { entry, numbers } of added) if (numbers) known.set(entry.id, numbers);
  textNumbers.value = known;
  noteChanged(added.map(({ entry }) => entry));
}

export function noteNumbers(id: string, numbers: TextNumbers): void {
  textNumbers.value = new Map(textNumbers.value).set(id, numbers);
}

export async function renameText(id: string, name: string): Promise<void> {
  noteChanged(await changeEntries([id], (entry) => ({ ...entry, name: name.trim() })));
}

/** Takes texts out of the library; `restoreTexts` brings them back. */
export async function deleteTexts(ids: readonly string[]): Promise<void> {
  const deletedAt = Date.now();
  noteChanged(await changeEntries(ids, (entry) => ({ ...entry, deletedAt })));
}

export async function restoreTexts(ids: readonly string[]): Promise<void> {
  noteChanged(await changeEntries(ids, (entry) => ({ ...entry, deletedAt: null })));
}

/** Removes for good what was deleted on earlier visits. */
export async function purgeDeleted(): Promise<void> {
  const before = Date.now() - KEPT_DELETED;
  const gone = (await listEntries()).filter(
    ({ deletedAt }) => deletedAt !== null && deletedAt < before,
  );
  await purgeTexts(gone.map(({ id }) => id));
}
