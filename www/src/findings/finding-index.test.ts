import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { FindingIndex } from './finding-index';

const finding = (start: number, end: number): Finding => ({
  start,
  end,
  text: '',
  family: 'hedge',
  subtype: 'modal',
  rule: 'hedge/modal/test',
  variant_of: null,
  voice: null,
  refers_to: null,
  meaning: null,
  role: null,
  why: '',
});

describe('FindingIndex', () => {
  // 0: a long one, 1 and 2: the same place inside it, 3: touching its end, 4: far away.
  const index = new FindingIndex([
    finding(2, 12),
    finding(4, 8),
    finding(4, 8),
    finding(12, 13),
    finding(30, 34),
  ]);

  it.each([
    ['before all', 0, 2, []],
    ['the first character of the long one', 2, 3, [0]],
    ['inside all three', 5, 6, [0, 1, 2]],
    ['after the inner ones, still in the outer', 8, 9, [0]],
    ['across a border', 11, 13, [0, 3]],
    ['between', 13, 30, []],
    ['everything', 0, 100, [0, 1, 2, 3, 4]],
    ['nothing, as the range is empty', 5, 5, []],
  ])('finds what overlaps: %s', (_, from, to, expected) => {
    expect(index.overlapping(from, to)).toEqual(expected);
  });

  it('counts how deep a finding lies', () => {
    expect([0, 1, 2, 3, 4].map((i) => index.depth(i))).toEqual([0, 1, 2, 0, 0]);
  });

  it('asks the character after a caret first, then the one before', () => {
    expect(index.touching(12)).toEqual([3]);
    expect(index.touching(13)).toEqual([3]);
    expect(index.touching(14)).toEqual([]);
    expect(new FindingIndex([finding(0, 1)]).touching(0)).toEqual([0]);
  });

  it.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [12, 3],
    [31, 5],
  ])('finds the first that starts at or after %i', (position, expected) => {
    expect(index.firstFrom(position)).toBe(expected);
  });

  it('agrees with a plain search on many findings', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 16807) % 2147483647;
      return seed % below;
    };
    const many = Array.from({ length: 400 }, () => {
      const start = random(2000);
      return finding(start, start + 1 + random(12));
    }).sort((a, b) => a.start - b.start || b.end - a.end);
    const indexed = new FindingIndex(many);
    for (let from = 0; from < 2010; from += 3) {
      const plain = many.flatMap(({ start, end }, i) =>
        start < from + 5 && end > from ? [i] : [],
      );
      expect(indexed.overlapping(from, from + 5)).toEqual(plain);
    }
  });
});
