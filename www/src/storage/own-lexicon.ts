/** A reader's own lexicon, as it is kept and copied. */

/** The name under which all of them are kept. */
export const LEXICONS = 'lexicons';

export interface OwnLexicon {
  id: string;
  /** What findings call it: `user/NAME`. */
  name: string;
  table: string;
  on: boolean;
  /** What the analyser said of the table when it was saved. */
  entries: number;
  errors: number;
}

/** The lexicons in what was kept, with what another version of the page did not write. */
export function lexiconsIn(kept: unknown): OwnLexicon[] {
  if (!Array.isArray(kept)) return [];
  return (kept as (Partial<OwnLexicon> | null | undefined)[]).flatMap((lexicon) => {
    const { id, name, table } = lexicon ?? {};
    if (typeof id !== 'string' || typeof name !== 'string' || typeof table !== 'string') return [];
    return [{ on: true, entries: 0, errors: 0, ...lexicon, id, name, table }];
  });
}

/** A name that none of the others has. */
export function unlike(name: string, others: readonly string[]): string {
  let unique = name;
  for (let number = 2; others.includes(unique); number++) unique = `${name} ${number}`;
  return unique;
}

/** The lexicons that are here and those of a copy; one that is here already stays as it is here. */
export function mergedLexicons(
  here: readonly OwnLexicon[],
  given: readonly OwnLexicon[],
): readonly OwnLexicon[] {
  const merged = [...here];
  for (const lexicon of given) {
    const taken = merged.some(({ id }) => id === lexicon.id);
    const isHere = (each: OwnLexicon): boolean => each.table === lexicon.table;
    if (taken && merged.some(isHere)) continue;
    merged.push({
      ...lexicon,
      id: taken ? crypto.randomUUID() : lexicon.id,
      name: unlike(
        lexicon.name,
        merged.map(({ name }) => name),
      ),
    });
  }
  return merged;
}
