/** A comparison as CSV, in the columns of `cifeng compare --format csv`. */
import type { Comparison, Contrast } from '../engine/types';
import { csvOf, wordsCell } from '../exports/csv';

const HEADER = [
  'level',
  'family',
  'subtype',
  'entry',
  'count_a',
  'count_b',
  'texts_a',
  'texts_b',
  'rate_a',
  'rate_a_low',
  'rate_a_high',
  'rate_b',
  'rate_b_low',
  'rate_b_high',
  'difference',
  'difference_low',
  'difference_high',
  'g2',
  'log_ratio',
  'p',
  'p_holm',
  'dispersion',
  'conclusion',
  'says',
];

function record(level: string, row: Contrast): string[] {
  const { evidence } = row;
  const known = [
    level,
    row.family,
    wordsCell(row.subtype ?? ''),
    wordsCell(row.entry ?? ''),
    ...[...row.counts, ...row.texts].map(String),
    ...row.rates.flatMap(({ per_1000_han, ci95 }) => [per_1000_han, ...ci95].map(String)),
  ];
  if (!evidence) return [...known, ...HEADER.slice(known.length).map(() => '')];
  const { difference, ci95, g2, log_ratio, p, p_holm, dispersion, conclusion, says } = evidence;
  return [
    ...known,
    ...[difference, ...ci95, g2, log_ratio, p, p_holm].map(String),
    dispersion === null ? '' : String(dispersion),
    conclusion,
    wordsCell(says),
  ];
}

export function comparisonAsCsv({ families, subtypes, entries }: Comparison): string {
  const of = (level: string, rows: readonly Contrast[]): string[][] =>
    rows.map((row) => record(level, row));
  return csvOf([
    HEADER,
    ...of('family', families),
    ...of('subtype', subtypes),
    ...of('entry', entries),
  ]);
}
