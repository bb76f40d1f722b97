import type { Analyzer } from '../../../pkg/web/cifeng.js';
import { loadExplanations, loadTables } from './assets';

/**
 * Reasons and meanings only explain: they come after the first report, and it is no failure if they do not.
 * Tells whether anything came.
 */
export async function explain(analyzer: Analyzer): Promise<boolean> {
  const reasons = loadExplanations().then((bytes) => {
    analyzer.addExplanations(bytes);
  });
  const meanings = loadTables().then(([own, cedict]) => {
    analyzer.addMeanings(own, cedict);
  });
  const parts = await Promise.allSettled([reasons, meanings]);
  return parts.some(({ status }) => status === 'fulfilled');
}
