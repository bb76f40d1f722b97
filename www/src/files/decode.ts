/**
 * From the bytes of a file to text, with the browser's own decoders (WHATWG Encoding Standard: the
 * same in every browser, and nothing to download).
 *
 * UTF-8 proves itself. GB18030 and Big5 do not: nearly any bytes are both. The likelier one is
 * proposed, and the reader decides by what makes sense. A byte order mark stays in the text, as the
 * command line keeps it, so that offsets agree.
 */

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** As they are called by people. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 (GBK, GB2312)',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

/** A reading of the bytes. `damaged` counts places that cannot be read in this encoding. */
export interface Reading {
  encoding: Encoding;
  text: string;
  damaged: number;
}

/** Reads bytes in one encoding, with U+FFFD for what cannot be read. */
export function decode(bytes: Uint8Array, encoding: Encoding): Reading {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { encoding, text, damaged: occurrences(text, '\uFFFD') };
}

/** The encoding that the bytes prove, by a byte order mark or by being flawless UTF-8. */
export function provenEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return null;
  }
}

/** What a file that is not UTF-8 may be, the likelier first. */
export function candidates(bytes: Uint8Array): Encoding[] {
  const beginning = bytes.subarray(0, 64 * 1024);
  const guesses: Encoding[] = ['gb18030', 'big5'];
  return guesses
    .map((encoding) => ({ encoding, score: plausibility(decode(beginning, encoding)) }))
    .sort((a, b) => b.score - a.score)
    .map(({ encoding }) => encoding);
}

/** The commonest characters of running text, in both scripts. Wrong readings hardly ever hit them. */
const COMMON = new Set(
  '的一是不了在人有我他这这個个上们們来來到时時大地为為子中你说說生国國年着著就那和要她出也得里裡裏后後自以会會家可下而过過天去能对對小多然于於心学學么麼之都好看起发發当當没沒成只如事把还還用第样樣道想作种種開开，。、！？「」“”',
);

function plausibility({ text, damaged }: Reading): number {
  let common = 0;
  let strange = damaged * 4;
  let total = 0;
  for (const character of text) {
    if (character <= '\u007f') continue;
    total++;
    if (COMMON.has(character)) common++;
    // Private use and half-width katakana are where a wrong double-byte reading ends up.
    else if (/[\uE000-\uF8FF\uFF61-\uFF9F]/.test(character)) strange++;
  }
  return total === 0 ? 0 : (common - strange) / total;
}

function occurrences(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++;
  return count;
}
