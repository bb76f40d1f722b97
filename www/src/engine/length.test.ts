import { describe, expect, it } from 'vitest';
import { countCodePoints, isLongerThan } from './length';

describe('length in code points', () => {
  it.each([
    ['', 0],
    ['也許', 2],
    ['𠮷野家', 3],
    ['😀😀', 2],
    ['a\ud800b', 3],
    ['\udc00\ud800', 2],
    ['e\u0301\r\n', 4],
  ])('counts %j', (text, expected) => {
    expect(countCodePoints(text)).toBe(expected);
    expect(Array.from(text)).toHaveLength(expected);
  });

  it('compares code points with the limit, not UTF-16 units', () => {
    expect(isLongerThan('😀😀', 2)).toBe(false);
    expect(isLongerThan('😀😀', 1)).toBe(true);
    expect(isLongerThan('也許', 2)).toBe(false);
    expect(isLongerThan('也許吧', 2)).toBe(true);
  });
});
