/** Paragraphs by position. */
import type { ParagraphSummary } from '../engine/types';

/** The paragraph, from zero, that holds a place of the text, or the last one before it. */
export function paragraphAt(paragraphs: readonly ParagraphSummary[], position: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paragraphs[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
