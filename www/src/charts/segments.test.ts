import { describe, expect, it } from 'vitest';
import { rateOf, segmentsOf } from './segments';

const paragraphs = Array.from({ length: 7 }, (_, i) => ({
  start: i * 10,
  end: i * 10 + 9,
  han: 9,
  counts: { hedge: i, ...(i === 3 ? { booster: 2 } : {}) },
}));

describe('segmentsOf', () => {
  it('leaves few paragraphs as they are', () => {
    const { segments, size } = segmentsOf(paragraphs, 7);
    expect(size).toBe(1);
    expect(segments.map(({ first, last, start }) => [first, last, start])).toEqual(
      paragraphs.map(({ start }, i) => [i + 1, i + 1, start]),
    );
  });

  it('puts many together, and loses none', () => {
    const { segments, size } = segmentsOf(paragraphs, 3);
    expect(size).toBe(3);
    expect(segments.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [4, 6],
      [7, 7],
    ]);
    expect(segments.map(({ counts }) => counts.get('hedge'))).toEqual([3, 12, 6]);
    expect(segments[1]?.counts.get('booster')).toBe(2);
  });

  it('knows where segments end, and their rates', () => {
    const [, second] = segmentsOf(paragraphs, 3).segments;
    expect(second).toMatchObject({ start: 30, end: 59, han: 27 });
    expect(second && rateOf(second, 'hedge')).toBeCloseTo((12 * 1000) / 27);
    expect(second && rateOf(second, 'nickname')).toBe(0);
    expect(rateOf({ first: 1, last: 1, start: 0, end: 1, han: 0, counts: new Map() }, 'x')).toBe(0);
  });

  it('has nothing to say about no paragraphs', () => {
    expect(segmentsOf([], 60)).toEqual({ segments: [], size: 1 });
  });
});
