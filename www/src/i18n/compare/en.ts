/** English words of comparisons. */
const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const compare = {
  heading: 'Compare',
  explained:
    'Choose two texts or two folders of your texts. The figures say where they differ in their markers, by how much, and whether chance alone would make such a difference.',
  side: (letter: string) => `Text or folder ${letter}`,
  search: 'Find a text by its name',
  nothing: 'Choose…',
  folders: 'Folders',
  texts: 'Texts',
  folder: (name: string, texts: string) => `${name} (${texts})`,
  more: (texts: string) => `${texts} more texts; find them by name.`,
  tooFew: 'A comparison needs at least two texts; add some under “Texts”.',
  choose: 'Choose a text or folder for each side.',
  running: 'Comparing…',
  failed: 'The comparison stopped unexpectedly. Your texts are kept.',
  size: (texts: number, format: (n: number) => string, han: string) =>
    `${format(texts)} ${plural(texts, 'text', 'texts')}, ${han} Han characters`,
  familiesHeading: 'Where the sides differ',
  subtypesHeading: 'Subtypes',
  entriesHeading: 'Distinctive entries',
  entriesExplained: (entries: string) =>
    `${entries} entries that occur at least five times were compared. Listed are those whose difference chance would hardly make; p is corrected for all of them.`,
  noEntries: 'No entry differs more than chance would have it.',
  distinctive: (letter: string) => `More in ${letter}`,
  hints: (entries: string) => `Hints at most: ${entries} entries`,
  subtype: 'Subtype',
  entry: 'Entry',
  countOf: (letter: string) => `${letter}, count`,
  rateOf: (letter: string) => `${letter} per 1,000`,
  difference: 'Difference, 95 % interval',
  logRatio: 'Log ratio',
  pHolm: 'p (Holm)',
  columnsExplained:
    'Rates and differences are per 1,000 Han characters, A less B. G² is Dunning’s log-likelihood; a log ratio of 1 means twice as often in A. p is the probability that chance makes such a difference, corrected by Holm for all rows of the table.',
};
