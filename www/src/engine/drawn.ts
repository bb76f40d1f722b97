/** What is to be drawn of a report, before the text is read for its edits. */
import type { ChangedStretch, FamilyInfo, ReportColumns } from './types';

/** All highlights of a report on a text of so many code units. */
export function drawnOf(
  { findings, markers, texts }: ReportColumns,
  families: readonly FamilyInfo[],
  length: number,
): ChangedStretch {
  const kinds = families.flatMap(({ id, subtypes }) => subtypes.map((each) => `${id}/${each.id}`));
  const numbers = new Map(kinds.map((kind, number) => [kind, number]));
  const text = (number = 0): string =>
    texts.all.slice(texts.ends[number - 2] ?? 0, texts.ends[number - 1]);
  const kindOf = Uint16Array.from(markers.family, (family, row) => {
    const kind = `${text(family)}/${text(markers.subtype[row])}`;
    return numbers.get(kind) ?? 0;
  });
  return {
    before: { start: 0, end: 0xffff_ffff },
    after: { start: 0, end: length },
    highlights: {
      start: findings.start.slice(),
      end: findings.end.slice(),
      kind: Uint16Array.from(findings.marker, (row) => kindOf[row] ?? 0),
    },
  };
}
