/** CSV (RFC 4180) that spreadsheets and programs read as the command line's. */

/** Written in front: spreadsheets take a CSV without it for whatever their system is set to. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A cell with words. One that spreadsheets would take for a formula gets an apostrophe in front, as
 * the command line has it.
 */
export function wordsCell(words: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole table; its cells are ready to be written. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.join(',')}\r\n`).join('');
