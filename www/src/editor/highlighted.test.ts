import { describe, expect, it } from 'vitest';
import type { Highlights } from '../engine/types';
import { Highlighted } from './highlighted';

const KINDS = [
  { family: 'hedge', subtype: 'modal' },
  { family: 'booster', subtype: 'certainty' },
];

type Row = [start: number, end: number, kind: number];

const highlights = (...rows: Row[]): Highlights => ({
  start: Uint32Array.from(rows, ([start]) => start),
  end: Uint32Array.from(rows, ([, end]) => end),
  kind: Uint16Array.from(rows, ([, , kind]) => kind),
});

const rowsOf = (drawn: Highlighted): Row[] =>
  Array.from({ length: drawn.size }, (_, i) => {
    const kind = KINDS.findIndex(({ family }) => family === drawn.kind(i)?.family);
    return [...drawn.range(i), kind];
  });

describe('Highlighted', () => {
  const all = (...rows: Row[]): Highlighted =>
    Highlighted.NONE.with(
      {
        before: { start: 0, end: 0xffff_ffff },
        after: { start: 0, end: 40 },
        highlights: highlights(...rows),
      },
      KINDS,
    );
  const drawn = all([2, 4, 0], [10, 14, 1], [11, 13, 0], [30, 32, 0]);

  it.each<[string, [number, number, number], Row[], Row[]]>([
    [
      'moves what stands after a stretch that grows',
      [8, 20, 25],
      [[9, 13, 1]],
      [
        [2, 4, 0],
        [9, 13, 1],
        [35, 37, 0],
      ],
    ],
    [
      'and one that shrinks',
      [8, 20, 8],
      [],
      [
        [2, 4, 0],
        [18, 20, 0],
      ],
    ],
    [
      'puts more in than there was',
      [0, 8, 8],
      [
        [0, 1, 0],
        [1, 2, 0],
        [2, 4, 1],
      ],
      [
        [0, 1, 0],
        [1, 2, 0],
        [2, 4, 1],
        [10, 14, 1],
        [11, 13, 0],
        [30, 32, 0],
      ],
    ],
    ['leaves all alone where nothing was found', [20, 20, 20], [], rowsOf(drawn)],
    ['and replaces all', [0, 0xffff_ffff, 9], [[1, 2, 1]], [[1, 2, 1]]],
  ])('%s', (_, [start, end, until], put, expected) => {
    const stretch = {
      before: { start, end },
      after: { start, end: until },
      highlights: highlights(...put),
    };
    expect(rowsOf(drawn.with(stretch, KINDS))).toEqual(expected);
  });

  it('knows what lies inside another', () => {
    expect([0, 1, 2, 3].map((i) => drawn.depth(i))).toEqual([0, 0, 1, 0]);
    expect(drawn.overlapping(12, 31)).toEqual([1, 2, 3]);
  });
});
