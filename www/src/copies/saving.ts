/** Writes a copy of the library: texts, what is set aside, and the reader's own lexicons. */
import { readExceptions } from '../storage/exceptions';
import { readKept } from '../storage/kept';
import { lexiconsIn, LEXICONS } from '../storage/own-lexicon';
import { listEntries, listNumbers, readText } from '../storage/texts';
import { HEADER, lineOf } from './format';

/** Characters after which lines are handed to the browser, which may keep them on disk. */
const HANDED = 4_000_000;

/** The copy, without the deleted texts. */
export async function copyOfLibrary(): Promise<Blob> {
  const parts: Blob[] = [];
  let lines = [HEADER];
  let length = 0;
  const add = (line: string): void => {
    lines.push(line);
    length += line.length;
    if (length < HANDED) return;
    parts.push(new Blob(lines));
    lines = [];
    length = 0;
  };
  const [entries, numbers] = await Promise.all([listEntries(), listNumbers()]);
  for (const { id, deletedAt } of entries) {
    const found = deletedAt === null ? await readText(id) : null;
    if (!found) continue;
    const exceptions = await readExceptions(id);
    const copied = { ...found, numbers: numbers.get(id) ?? null, exceptions };
    add(lineOf({ kind: 'text', copied }));
  }
  for (const lexicon of lexiconsIn(await readKept(LEXICONS))) {
    add(lineOf({ kind: 'lexicon', lexicon }));
  }
  const everywhere = await readExceptions(null);
  if (everywhere.length > 0) add(lineOf({ kind: 'exceptions', exceptions: everywhere }));
  return new Blob([...parts, ...lines], { type: 'application/jsonl' });
}
