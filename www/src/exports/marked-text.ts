/** A text cut where findings begin and end: each piece with the innermost finding that covers it. */
import type { Finding } from '../engine/types';

/** A stretch of one line. */
export interface Piece {
  text: string;
  /** The innermost shown finding; `null` for plain text. */
  finding: Finding | null;
}

/** The lines of a text in pieces. `findings` come by start, then longer first, as in a report. */
export function markedLines(text: string, findings: readonly Finding[]): Piece[][] {
  const lines: Piece[][] = [[]];
  const open: Finding[] = [];
  let next = 0;
  let at = 0;
  while (at < text.length || next < findings.length) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= at) open.pop();
    for (let begun = findings[next]; begun && begun.start <= at; begun = findings[++next]) {
      if (begun.end > at) open.push(begun);
    }
    const innermost = open.at(-1) ?? null;
    const until = Math.min(innermost?.end ?? text.length, findings[next]?.start ?? text.length);
    if (until <= at) break;
    add(lines, text.slice(at, until), innermost);
    at = until;
  }
  return lines;
}

function add(lines: Piece[][], text: string, finding: Finding | null): void {
  text.split(/\r\n|\n|\r/).forEach((part, i) => {
    if (i > 0) lines.push([]);
    if (part !== '') lines.at(-1)?.push({ text: part, finding });
  });
}
