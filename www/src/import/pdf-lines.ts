/** Lines of a page as they were set, and the paragraphs that they make. */

export interface Line {
  text: string;
  /** Where it begins and ends, in the page's units. */
  left: number;
  right: number;
  /** The height of its letters. */
  size: number;
}

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** What closes a sentence, and with it perhaps a paragraph. */
const CLOSED = /[。！？!?…；;：:」』”’）)]$/u;

/**
 * Joins lines to paragraphs: one that reaches the right margin goes on in the next, unless that is
 * indented. A margin that only one line reaches is none where that line ends with a sentence. Between
 * Chinese characters nothing is put, between words a space.
 */
export function joinLines(lines: readonly Line[]): string {
  const margin = Math.max(0, ...lines.map(({ right }) => right));
  const start = Math.min(...lines.map(({ left }) => left));
  const reaches = (line: Line): boolean => line.right >= margin - line.size * 1.5;
  const isSet = lines.filter(reaches).length > 1;
  let text = '';
  lines.forEach((line, i) => {
    text += line.text;
    const next = lines[i + 1];
    if (!next) return;
    const goesOn = reaches(line) && (isSet || !CLOSED.test(line.text.trimEnd()));
    const indented = next.left > start + next.size * 1.2;
    if (!goesOn || indented) text += '\n';
    else if (!HAN.test(line.text.slice(-1)) || !HAN.test(next.text.slice(0, 1))) text += ' ';
  });
  return text.trim();
}
