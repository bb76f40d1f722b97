import { describe, expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { partsOf, spotsOf } from './places';

const at = (start: number, family = 'hedge'): Finding => ({
  start,
  end: start + 2,
  text: '',
  family,
  subtype: '',
  rule: '',
  variant_of: null,
  voice: null,
  refers_to: null,
  meaning: null,
  role: null,
  why: '',
});

describe('spots', () => {
  it('stay apart where there is room', () => {
    const spots = spotsOf([at(0), at(7), at(9)], 10, 100);
    expect(spots.map(({ start, count }) => [start, count])).toEqual([
      [0, 1],
      [7, 1],
      [9, 1],
    ]);
  });

  it('fall together by family where there is none, and lose nothing', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      at(i * 2, i % 5 === 0 ? 'booster' : 'hedge'),
    );
    const spots = spotsOf(many, 10_000, 50);
    expect(spots).toHaveLength(100);
    expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
    for (const { start, end } of spots) expect(end - start).toBe(200);
  });
});

describe('parts', () => {
  it('are equal parts of the text', () => {
    const parts = partsOf([at(0), at(49), at(50), at(99, 'booster')], 100, 2);
    expect(parts.map((part) => Object.fromEntries(part))).toEqual([
      { hedge: 2 },
      { hedge: 1, booster: 1 },
    ]);
  });

  it('of nothing are nothing', () => {
    expect(partsOf([], 0, 3).map((part) => part.size)).toEqual([0, 0, 0]);
  });
});
