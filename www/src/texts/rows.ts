/** The rows of the table of texts, and their order. */
import type { Script } from '../engine/types';
import { titleOf, type TextEntry, type TextNumbers } from '../storage/entry';

export interface TextRow {
  id: string;
  title: string;
  folder: string;
  changedAt: number;
  /** Unknown until the text is analysed. */
  han: number | null;
  script: Script | null;
  /** Findings per 1,000 Han characters by family; without Han characters there are none. */
  rates: ReadonlyMap<string, number>;
}

/** What the table can be sorted by: a column of its own or a family's rate. */
export type Column = 'title' | 'folder' | 'changedAt' | 'han' | 'script' | `rate/${string}`;

export interface Order {
  column: Column;
  descending: boolean;
}

export function rowOf(entry: TextEntry, numbers: TextNumbers | undefined): TextRow {
  // Numbers of an earlier revision are better than none: they are renewed when the text is opened.
  const rates = new Map<string, number>();
  if (numbers && numbers.han > 0) {
    for (const [family, count] of Object.entries(numbers.counts)) {
      rates.set(family, (count / numbers.han) * 1000);
    }
  }
  return {
    id: entry.id,
    title: titleOf(entry),
    folder: entry.folder,
    changedAt: entry.changedAt,
    han: numbers?.han ?? null,
    script: numbers?.script ?? null,
    rates,
  };
}

function valueOf(row: TextRow, column: Column): string | number | null {
  switch (column) {
    case 'title':
    case 'folder':
    case 'changedAt':
    case 'han':
    case 'script':
      return row[column];
    default:
      return row.rates.get(column.slice('rate/'.length)) ?? null;
  }
}

/** Sorts rows by a column; what is unknown comes last in either direction, ties keep their order. */
export function sorted(rows: readonly TextRow[], order: Order, language: string): TextRow[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = order.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row, order.column) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) {
        return Number(a.value === null) - Number(b.value === null);
      }
      return typeof a.value === 'string' && typeof b.value === 'string'
        ? sign * compare(a.value, b.value)
        : sign * (Number(a.value) - Number(b.value));
    })
    .map(({ row }) => row);
}
