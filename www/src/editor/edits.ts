/** Changes of the editor's text as edits that can be told to the analyser. */
import type { ChangeSet, Text } from '@codemirror/state';
import type { Edit } from '../engine/types';

/** Beyond this many changes at once a stretch that holds them all is told. */
const MOST = 32;

/** The edits that lead to the text `now`; each is given in the text as those before it left it. */
export function editsOf(changes: ChangeSet, now: Text): Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((fromA, toA, fromB, toB) => {
    // A surrogate that has lost its other half, or found one, is told anew with its neighbour.
    const start = isHigh(now, fromB - 1) ? 1 : 0;
    const end = isLow(now, toB) ? 1 : 0;
    edits.push({
      start: fromB - start,
      end: fromB + toA - fromA + end,
      text: now.sliceString(fromB - start, toB + end),
    });
  });
  const [first] = edits;
  const last = edits.at(-1);
  if (!first || !last || edits.length <= MOST) return edits;
  const until = last.start + last.text.length;
  const grown = changes.newLength - changes.length;
  return [{ start: first.start, end: until - grown, text: now.sliceString(first.start, until) }];
}

const unit = (text: Text, at: number): number =>
  at >= 0 && at < text.length ? text.sliceString(at, at + 1).charCodeAt(0) : 0;

const isHigh = (text: Text, at: number): boolean => (unit(text, at) & 0xfc00) === 0xd800;

const isLow = (text: Text, at: number): boolean => (unit(text, at) & 0xfc00) === 0xdc00;
