/** The table of texts for spreadsheets and programs. */
import { csvOf, wordsCell } from '../exports/csv';
import { titleOf, type TextEntry, type TextNumbers } from '../storage/entry';

type Known = ReadonlyMap<string, TextNumbers>;

const perThousand = (count: number, han: number): number =>
  han === 0 ? 0 : Math.round((count / han) * 100_000) / 100;

/** CSV (RFC 4180): one row a text, for every family its count and rate. */
export function tableAsCsv(
  entries: readonly TextEntry[],
  known: Known,
  families: readonly string[],
): string {
  const header = [
    'name',
    'folder',
    'changed',
    'han',
    'script',
    ...families.flatMap((id) => [`${id}_count`, `${id}_per_1000_han`]),
  ];
  const rows = entries.map((entry) => {
    const own = known.get(entry.id);
    return [
      wordsCell(titleOf(entry)),
      wordsCell(entry.folder),
      new Date(entry.changedAt).toISOString(),
      String(own?.han ?? ''),
      own?.script ?? '',
      ...families.flatMap((id) => {
        if (!own) return ['', ''];
        const count = own.counts[id] ?? 0;
        return [String(count), String(perThousand(count, own.han))];
      }),
    ];
  });
  return csvOf([header, ...rows]);
}

/** JSON, one line a text. */
export function linesOfTable(entries: readonly TextEntry[], known: Known): string {
  return entries
    .map((entry) => {
      const own = known.get(entry.id);
      const counts = Object.entries(own?.counts ?? {});
      const line = {
        name: titleOf(entry),
        folder: entry.folder,
        changed: new Date(entry.changedAt).toISOString(),
        han: own?.han ?? null,
        script: own?.script ?? null,
        families: Object.fromEntries(
          counts.map(([id, count]) => [
            id,
            { count, per_1000_han: perThousand(count, own?.han ?? 0) },
          ]),
        ),
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
