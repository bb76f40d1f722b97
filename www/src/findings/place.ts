/** How a marker is addressed, so that it is found again in a text that was edited elsewhere. */
import type { Place } from '../engine/types';

/** Characters on each side of the marker, within its line: as many as the analyser compares. */
const CONTEXT = 12;

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';

/** The words around a marker, and how often the same words stand earlier in the text. */
export function placeOf(text: string, start: number, end: number): Place {
  const near = Array.from(text.slice(Math.max(0, start - 2 * CONTEXT), start)).slice(-CONTEXT);
  const before = near.slice(near.findLastIndex(isLineEnd) + 1).join('');
  const next = Array.from(text.slice(end, end + 2 * CONTEXT)).slice(0, CONTEXT);
  const lineEnd = next.findIndex(isLineEnd);
  const after = next.slice(0, lineEnd < 0 ? next.length : lineEnd).join('');
  const passage = before + text.slice(start, end) + after;
  const own = start - before.length;
  let nth = 0;
  for (let at = text.indexOf(passage); at >= 0 && at < own; at = text.indexOf(passage, at + 1)) {
    nth++;
  }
  return { before, after, nth };
}
