/** English words of the reader's own lexicons. */
const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const lexicons = {
  heading: 'My lexicon',
  explained:
    'Words of your own, found beside the built-in ones in every text, in Traditional and Simplified alike. They are kept in this browser and nowhere else.',
  add: 'New lexicon',
  import: 'Import…',
  empty: 'There is no lexicon of yours yet.',
  list: 'Your lexicons',
  use: (name: string) => `Use “${name}”`,
  entries: (entries: number, format: (n: number) => string) =>
    `${format(entries)} ${plural(entries, 'entry', 'entries')}`,
  leftOut: (lines: number, format: (n: number) => string) =>
    `${format(lines)} ${plural(lines, 'line', 'lines')} left out`,
  found: (findings: number, format: (n: number) => string) =>
    `found ${format(findings)} ${plural(findings, 'time', 'times')} in the open text`,
  edit: 'Edit',
  export: 'Export',
  delete: 'Delete',
  editOne: (name: string) => `Edit “${name}”`,
  exportOne: (name: string) => `Export “${name}”`,
  deleteOne: (name: string) => `Delete “${name}”`,
  deleted: (name: string) => `“${name}” was deleted.`,
  undo: 'Undo',
  same: (file: string, name: string) =>
    `“${file}” is here already, as “${name}”; nothing was changed.`,
  imported: (name: string) => `“${name}” was imported.`,
  saved: (name: string) => `“${name}” was saved.`,
  unreadable: (name: string) =>
    `“${name}” is not UTF-8 text. Save it as UTF-8 with tabs between the columns, then import it again.`,
  tooLarge: (name: string) => `“${name}” is larger than 20 MB and was not imported.`,
  refused: (reason: string) => `The analyser does not take these lexicons: ${reason}`,
  notKept: 'This browser does not keep lexicons: they are gone when the page is closed.',
  newName: 'My words',
  name: 'Name',
  table: 'Table',
  tableHint:
    'One entry a line, columns separated by tabs, as they come from a spreadsheet. Needed: entry, family, subtype; if you like: note, model, not_in. Lines that begin with # are comments.',
  tooLong: (lines: string) =>
    `This table has ${lines} lines: too many to edit here. Import it again to change it.`,
  addEntry: 'Add an entry',
  entry: 'Entry',
  family: 'Family',
  subtype: 'Subtype',
  note: 'Note',
  noteHint: 'the reason shown',
  add1: 'Add',
  save: 'Save',
  cancel: 'Cancel',
  preview: 'Preview',
  problems: 'What is wrong',
  noProblems: 'Every line is right.',
  line: (line: string) => `Line ${line}`,
  warning: 'used all the same',
  moreProblems: (count: string) => `and ${count} more`,
  previewEntries: (shown: string, all: string) => `The first ${shown} of ${all} entries`,
  model: 'Form of',
};
