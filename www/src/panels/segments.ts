/** Paragraphs put together where there are more than a chart can show side by side. */
import type { ParagraphSummary } from '../engine/types';

/** One or several paragraphs in a row; `first` and `last` count from one. */
export interface Segment {
  first: number;
  last: number;
  /** Offset in the text at which the segment begins. */
  start: number;
  counts: ReadonlyMap<string, number>;
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
    segments.push({ first: i + 1, last: i + group.length, start, counts });
  }
  return { segments, size };
}
