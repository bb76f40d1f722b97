/** Paragraphs put together where there are more than a chart can show side by side. */
import type { ParagraphSummary } from '../engine/types';

/** One or several paragraphs in a row; `first` and `last` count from one. */
export interface Segment {
  first: number;
  last: number;
  /** Offsets in the text. */
  start: number;
  end: number;
  /** Its Han characters. */
  han: number;
  counts: ReadonlyMap<string, number>;
}

/** Findings of a family per 1,000 Han characters of a segment. */
export function rateOf({ counts, han }: Segment, family: string): number {
  return han === 0 ? 0 : ((counts.get(family) ?? 0) * 1000) / han;
}

export interface Segmentation {
  segments: Segment[];
  /** Paragraphs in each segment but perhaps the last. */
  size: number;
}

export function segmentsOf(paragraphs: readonly ParagraphSummary[], most: number): Segmentation {
  const size = Math.max(1, Math.ceil(paragraphs.length / most));
  const segments: Segment[] = [];
  for (let i = 0; i < paragraphs.length; i += size) {
    const group = paragraphs.slice(i, i + size);
    const counts = new Map<string, number>();
    for (const paragraph of group) {
      for (const [family, count] of Object.entries(paragraph.counts)) {
        counts.set(family, (counts.get(family) ?? 0) + count);
      }
    }
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? start;
    const han = group.reduce((sum, paragraph) => sum + paragraph.han, 0);
    segments.push({ first: i + 1, last: i + group.length, start, end, han, counts });
  }
  return { segments, size };
}
