import { ChangeSet, Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { editsOf } from './edits';

/** What the analyser makes of edits. */
function applied(text: string, changes: ChangeSet): string {
  const now = changes.apply(Text.of(text.split('\n')));
  const edits = editsOf(changes, now);
  expect(edits.length).toBeLessThanOrEqual(32);
  const told = edits.reduce(
    (all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end),
    text,
  );
  expect(told).toBe(now.toString());
  return told;
}

describe('edits', () => {
  const text = '他也許來，\n她一定😀去。';

  it.each([
    ['an insertion', [{ from: 2, insert: '可能' }]],
    ['a deletion over lines', [{ from: 3, to: 8 }]],
    [
      'several at once',
      [
        { from: 0, to: 1, insert: '我' },
        { from: 5, insert: '！\n' },
        { from: 8, to: 9 },
      ],
    ],
    ['all', [{ from: 0, to: text.length, insert: '新' }]],
    ['nothing', []],
  ])('lead to the same text: %s', (_, spec) => {
    applied(text, ChangeSet.of(spec, text.length));
  });

  it('are one stretch where they are many', () => {
    const long = '也許'.repeat(100);
    const spec = Array.from({ length: 50 }, (_, i) => ({
      from: i * 4,
      to: i * 4 + 1,
      insert: '😀',
    }));
    const changes = ChangeSet.of(spec, long.length);
    applied(long, changes);
    expect(editsOf(changes, changes.apply(Text.of([long])))).toHaveLength(1);
  });

  it('never part what has become one character', () => {
    // The first half stood alone, as what is no text; the second half makes it one.
    const changes = ChangeSet.of([{ from: 1, insert: '\ude00' }], 2);
    const now = changes.apply(Text.of(['\ud83d!']));
    expect(editsOf(changes, now)).toEqual([{ start: 0, end: 1, text: '😀' }]);
    const other = ChangeSet.of([{ from: 0, insert: '\ud83d' }], 1);
    const joined = other.apply(Text.of(['\ude00']));
    expect(editsOf(other, joined)).toEqual([{ start: 0, end: 1, text: '😀' }]);
  });
});
