/**
 * Takes a copy into the library. What is here already stays as it is, so that the same copy taken in twice
 * changes nothing more; a text that differs from the one in its place stands beside it.
 */
import type { Exception } from '../engine/types';
import { noteAdded, noteChanged } from '../state/library';
import { newEntry, type TextEntry } from '../storage/entry';
import { mergedExceptions, readExceptions, writeExceptions } from '../storage/exceptions';
import { readKept, writeKept } from '../storage/kept';
import { lexiconsIn, LEXICONS, mergedLexicons, type OwnLexicon } from '../storage/own-lexicon';
import { addTexts, changeEntries, listEntries, readText, type AddedText } from '../storage/texts';
import { readHeader, readItem, type CopiedText } from './format';

export interface Taken {
  kind: 'taken';
  /** Texts added, and texts that were here already. */
  added: number;
  same: number;
  /** Lexicons added. */
  lexicons: number;
  /** Lines that could not be read. */
  unread: number;
  /** The storage is full: what came after that is left out. */
  full: boolean;
}

/** What became of a copy, or why the file is none. */
export type Outcome = Taken | { kind: 'newer' | 'foreign' | 'unreadable' };

/** What is written to the database together: so many texts, or so many UTF-16 units of them. */
const BATCH = 200;
const BATCH_LENGTH = 2_000_000;
/** UTF-16 units of one line: more than the longest text has, were each of its characters escaped. */
const LONGEST_LINE = 100_000_000;
/** Names of texts are parts of other names, and made of these characters. */
const ID = /^[\w-]{1,64}$/;

export async function takeIn(file: Blob): Promise<Outcome> {
  let taking: Taking | null = null;
  try {
    for await (const line of linesOf(file)) {
      if (taking) {
        await taking.take(line);
        if (taking.taken.full) break;
        continue;
      }
      const is = readHeader(line);
      if (is !== 'readable') return { kind: is };
      taking = await Taking.begin();
    }
    await taking?.end();
  } catch (cause) {
    // Not UTF-8, or a file that is gone: what came before it stays.
    if (!(cause instanceof TypeError || cause instanceof DOMException)) throw cause;
    await taking?.end();
    if (taking) taking.taken.unread++;
    else return { kind: 'unreadable' };
  }
  return taking?.taken ?? { kind: 'foreign' };
}

class Taking {
  readonly taken: Taken = { kind: 'taken', added: 0, same: 0, lexicons: 0, unread: 0, full: false };
  readonly #known: Map<string, TextEntry>;
  readonly #lexicons: OwnLexicon[] = [];
  readonly #everywhere: Exception[] = [];
  #batch: (AddedText & { exceptions: readonly Exception[] })[] = [];
  #batchLength = 0;

  private constructor(known: readonly TextEntry[]) {
    this.#known = new Map(known.map((entry) => [entry.id, entry]));
  }

  static async begin(): Promise<Taking> {
    return new Taking(await listEntries());
  }

  async take(line: string): Promise<void> {
    const item = readItem(line);
    if (item?.kind === 'text') await this.#takeText(item.copied);
    else if (item?.kind === 'lexicon') this.#lexicons.push(item.lexicon);
    else if (item?.kind === 'exceptions') this.#everywhere.push(...item.exceptions);
    else this.taken.unread++;
  }

  async end(): Promise<void> {
    await this.#flush();
    const here = lexiconsIn(await readKept(LEXICONS));
    const lexicons = mergedLexicons(here, this.#lexicons);
    this.taken.lexicons = lexicons.length - here.length;
    if (this.taken.lexicons > 0) await writeKept(LEXICONS, lexicons);
    await addExceptions(null, this.#everywhere);
  }

  async #takeText(copied: CopiedText): Promise<void> {
    if (this.#batch.some(({ entry }) => entry.id === copied.entry.id)) await this.#flush();
    const here = await this.#likeIn(copied);
    if (here) {
      this.taken.same++;
      if (here.deletedAt !== null) {
        const back = (entry: TextEntry): TextEntry => ({ ...entry, deletedAt: null });
        noteChanged(await changeEntries([here.id], back));
      }
      await addExceptions(here.id, copied.exceptions);
      return;
    }
    const { id } = copied.entry;
    const free = ID.test(id) && !this.#known.has(id);
    const entry = { ...copied.entry, id: free ? id : newEntry().id };
    this.#batch.push({ ...copied, entry });
    this.#batchLength += copied.text.length;
    const full = this.#batch.length >= BATCH || this.#batchLength >= BATCH_LENGTH;
    if (full) await this.#flush();
  }

  /** The text that is here already: in its place, or beside another one that is there. */
  async #likeIn({ entry: { id, name, folder }, text }: CopiedText): Promise<TextEntry | null> {
    const own = this.#known.get(id);
    if (own && (await this.#holds(own, text))) return own;
    if (!own && ID.test(id)) return null;
    await this.#flush();
    for (const other of this.#known.values()) {
      const alike = other.name === name && other.folder === folder && other.deletedAt === null;
      if (alike && (await this.#holds(other, text))) return other;
    }
    return null;
  }

  async #holds({ id, length }: TextEntry, text: string): Promise<boolean> {
    return length === text.length && (await readText(id))?.text === text;
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchLength = 0;
    if (batch.length === 0) return;
    if ((await addTexts(batch)) === 'full') {
      this.taken.full = true;
      return;
    }
    for (const { entry, exceptions } of batch) {
      this.#known.set(entry.id, entry);
      await addExceptions(entry.id, exceptions);
    }
    noteAdded(batch);
    this.taken.added += batch.length;
  }
}

async function addExceptions(id: string | null, given: readonly Exception[]): Promise<void> {
  const here = await readExceptions(id);
  const merged = mergedExceptions(here, given);
  if (merged.length > here.length) await writeExceptions(id, merged);
}

/** The lines of a file in UTF-8; fails where it is in no UTF-8. */
async function* linesOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: string[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    const [first = '', ...others] = decoder.decode(value, { stream: !done }).split('\n');
    parts.push(first);
    length += first.length;
    for (const other of others) {
      yield parts.join('');
      parts = [other];
      ({ length } = other);
    }
    if (length > LONGEST_LINE) throw new TypeError('a line too long for a text');
    if (done) break;
  }
  const last = parts.join('');
  if (last !== '') yield last;
}
