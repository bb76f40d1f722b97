/** From files to texts: each by its format, archives file by file. */
import { candidates, decode, provenEncoding, type Encoding } from '../files/decode';
import {
  formatOf,
  isHidden,
  MOST_DOCUMENT_BYTES,
  MOST_TEXT_BYTES,
  MOST_UNPACKED_BYTES,
  Skip,
  type Format,
  type SkipReason,
} from './formats';
import { textOfDocx } from './docx';
import { textOfEpub } from './epub';
import { textOfHtml } from './markup';
import { Archive } from './zip';

/** What one step through a file gives. */
export type Source =
  | { kind: 'text'; path: string; text: string; guessed: boolean }
  | { kind: 'skipped'; path: string; reason: SkipReason }
  | { kind: 'archive'; files: number };

type Text = Extract<Source, { kind: 'text' }>;

/**
 * Goes through a file: one step for a text, many for an archive. What cannot be read is a step, too.
 * The first `from` steps are left out.
 */
export async function* stepsThrough(file: File, from: number): AsyncGenerator<Source> {
  if (formatOf(file.name) === 'zip') yield* stepsThroughArchive(file, from);
  else if (from === 0) yield await attempt('', () => readFile(file));
}

async function attempt(path: string, read: () => Promise<Text>): Promise<Source> {
  try {
    return await read();
  } catch (cause) {
    const reason = cause instanceof Skip ? cause.reason : 'unreadable';
    return { kind: 'skipped', path, reason };
  }
}

async function* stepsThroughArchive(file: File, from: number): AsyncGenerator<Source> {
  let archive: Archive;
  try {
    archive = await Archive.open(file);
  } catch {
    yield { kind: 'skipped', path: '', reason: 'damaged' };
    return;
  }
  try {
    const paths = archive.paths.filter((path) => !isHidden(path));
    if (from === 0) yield { kind: 'archive', files: paths.length };
    let left = MOST_UNPACKED_BYTES;
    for (const path of paths.slice(Math.max(0, from - 1))) {
      yield await attempt(path, async () => {
        const format = formatOf(path);
        if (format === null) throw new Skip('format');
        if (format === 'zip') throw new Skip('nested-zip');
        if (left <= 0) throw new Skip('unpacked');
        const bytes = await archive.read(path, Math.min(mostBytes(format), left));
        left -= bytes.length;
        return { ...(await readAs(new Blob([bytes]), format)), path };
      });
    }
  } finally {
    await archive.close();
  }
}

/** The text of one file that is no archive. */
export async function readFile(file: File): Promise<Text> {
  const format = formatOf(file.name);
  if (format === null) throw new Skip('format');
  if (format === 'zip') throw new Skip('nested-zip');
  return readAs(file, format);
}

const mostBytes = (format: Format): number =>
  format === 'text' || format === 'html' ? MOST_TEXT_BYTES : MOST_DOCUMENT_BYTES;

async function readAs(file: Blob, format: Exclude<Format, 'zip'>): Promise<Text> {
  if (file.size === 0) throw new Skip('empty');
  if (file.size > mostBytes(format)) throw new Skip('too-large');
  const proven = (text: string): Text => ({ kind: 'text', path: '', text, guessed: false });
  switch (format) {
    case 'docx':
      return proven(await textOfDocx(file));
    case 'epub':
      return proven(await textOfEpub(file));
    case 'pdf': {
      // The largest of the readers comes only when there is something for it to read.
      const { textOfPdf } = await import('./pdf');
      return proven(await textOfPdf(file));
    }
    case 'text':
    case 'html': {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const declared = format === 'html' ? declaredEncoding(bytes) : null;
      const encoding = provenEncoding(bytes) ?? declared;
      const { text } = decode(bytes, encoding ?? candidates(bytes)[0] ?? 'gb18030');
      return {
        kind: 'text',
        path: '',
        text: format === 'html' ? textOfHtml(text) : text,
        guessed: encoding === null,
      };
    }
  }
}

/** The encoding that a page names in its head. */
function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (label === undefined) return null;
  if (/^(gb|cp936|x-gbk|iso-ir-58)/.test(label)) return 'gb18030';
  return label.startsWith('big5') || label === 'cp950' ? 'big5' : null;
}
