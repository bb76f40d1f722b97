import { describe, expect, it } from 'vitest';
import { poissonInterval, rateOf } from './poisson';

describe('poissonInterval', () => {
  // Published limits (Ulm 1990, Garwood 1936), to the digits printed there.
  it.each([
    [0, 0, 3.689, 3],
    [1, 0.025, 5.572, 3],
    [2, 0.242, 7.225, 3],
    [5, 1.623, 11.668, 3],
    [10, 4.795, 18.39, 3],
    [20, 12.217, 30.888, 3],
    [50, 37.11, 65.92, 2],
    [100, 81.36, 121.63, 2],
    [1000, 938.97, 1063.95, 2],
    [1_000_000, 998_040.98, 1_001_961.91, 2],
  ])('of %i', (count, low, high, digits) => {
    const [lower, upper] = poissonInterval(count);
    expect(lower).toBeCloseTo(low, digits);
    expect(upper).toBeCloseTo(high, digits);
  });
});

describe('rateOf', () => {
  it.each([
    [0, 0, 0, [0, 0]],
    [7, 0, 0, [0, 0]],
    [0, 1000, 0, [0, 3.69]],
    [1, 1000, 1, [0.03, 5.57]],
    [41, 5145, 7.97, [5.72, 10.81]],
  ])('%i in %i Han characters', (count, han, per1000, interval) => {
    expect(rateOf(count, han)).toEqual({ per1000, interval });
  });
});
