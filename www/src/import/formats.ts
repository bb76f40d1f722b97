/** Which files can be read, and why one was not. */

export type Format = 'text' | 'html' | 'docx' | 'epub' | 'pdf' | 'zip';

const BY_EXTENSION: Record<string, Format> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  epub: 'epub',
  pdf: 'pdf',
  zip: 'zip',
};

/** The extensions, for a file dialog. */
export const ACCEPTED = Object.keys(BY_EXTENSION)
  .map((extension) => `.${extension}`)
  .join(',');

/** What a name says of a file; `null`: nothing that can be read here. */
export function formatOf(name: string): Format | null {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_EXTENSION, extension) ? (BY_EXTENSION[extension] ?? null) : null;
}

/** Files that nobody put there on purpose. */
export const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Why a file was left out. */
export type SkipReason =
  | 'format'
  | 'empty'
  | 'too-large'
  | 'too-long'
  | 'unreadable'
  | 'damaged'
  | 'password'
  | 'old-word'
  | 'no-text-layer'
  | 'pdf-outside'
  | 'nested-zip'
  | 'entities'
  | 'unpacked'
  | 'crash'
  | 'same'
  | 'storage';

/** A file that is left out, thrown by whoever reads it. */
export class Skip extends Error {
  readonly reason: SkipReason;

  constructor(reason: SkipReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Bytes of a text file: no encoding here takes more than four for a character. */
export const MOST_TEXT_BYTES = 20_000_000;
/** Bytes of a document, packed. */
export const MOST_DOCUMENT_BYTES = 100_000_000;
/** Bytes of one part of a document or archive, unpacked. */
export const MOST_PART_BYTES = 100_000_000;
/** Bytes that one archive may unpack to, all in all. */
export const MOST_UNPACKED_BYTES = 1_000_000_000;
