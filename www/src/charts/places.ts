/** Where the findings stand, as finely as a chart can show it. */
import type { Finding } from '../engine/types';

/** Findings of one family that fall on the same spot of a chart. */
export interface Spot {
  family: string;
  /** Offsets in the text: from the first of the spot to beyond the last. */
  start: number;
  end: number;
  count: number;
}

/** Puts findings together that are closer than a text of `length` can show in so many spots. */
export function spotsOf(findings: readonly Finding[], length: number, spots: number): Spot[] {
  const step = Math.max(1, length / spots);
  const all: Spot[] = [];
  // They come in the order of the text: only the last spot of a family can grow.
  const last = new Map<string, { place: number; spot: Spot }>();
  for (const { family, start } of findings) {
    const place = Math.floor(start / step);
    const met = last.get(family);
    if (met?.place === place) {
      met.spot.count++;
    } else {
      const from = Math.floor(place * step);
      const spot = { family, start: from, end: Math.max(from + 1, (place + 1) * step), count: 1 };
      last.set(family, { place, spot });
      all.push(spot);
    }
  }
  return all;
}

/** Findings by family in equal parts of the text: what the chart says, in numbers. */
export function partsOf(
  findings: readonly Finding[],
  length: number,
  parts: number,
): Map<string, number>[] {
  const counts = Array.from({ length: parts }, () => new Map<string, number>());
  for (const { family, start } of findings) {
    const part = counts[Math.min(parts - 1, Math.floor((start * parts) / Math.max(1, length)))];
    part?.set(family, (part.get(family) ?? 0) + 1);
  }
  return counts;
}
