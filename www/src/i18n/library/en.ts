/** English words of the library of texts. */
const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const library = {
  heading: 'Your texts',
  explained:
    'They are kept in this browser and nowhere else. A click on a name opens the text, one on a heading sorts.',
  empty: 'There is no text here yet.',
  count: (texts: number, format: (n: number) => string) =>
    `${format(texts)} ${plural(texts, 'text', 'texts')}`,
  name: 'Name',
  folder: 'Folder',
  han: 'Han characters',
  changed: 'Changed',
  actions: 'Actions',
  open: '(open)',
  rename: 'Rename',
  delete: 'Delete',
  renameText: (name: string) => `Rename “${name}”`,
  deleteText: (name: string) => `Delete “${name}”`,
  newName: (name: string) => `New name of “${name}”`,
  deleted: (texts: number, format: (n: number) => string) =>
    `${format(texts)} ${plural(texts, 'text was', 'texts were')} deleted.`,
  ratesExplained: 'The columns of the families are findings per 1,000 Han characters.',
  downloadCsv: 'Download CSV',
  downloadJsonl: 'Download JSON lines',
  downloadReports: 'Download all reports',
  exportsExplained:
    'CSV and JSON lines are this table; all reports are every finding of every text, one report a line of JSON.',
  reporting: (done: string, total: string) => `Reporting: ${done} of ${total} texts`,
  reported: (texts: number, format: (n: number) => string) =>
    `Reports on ${format(texts)} ${plural(texts, 'text', 'texts')} are saved.`,
  reportsLeft: (texts: number, format: (n: number) => string) =>
    `${format(texts)} ${plural(texts, 'text', 'texts')} could not be reported on and ${plural(texts, 'is', 'are')} left out.`,
  reportsCancelled: 'Cancelled; nothing was saved.',
  pages: 'Pages of the table',
  previousPage: 'Previous',
  nextPage: 'Next',
  shownRows: (first: string, last: string, total: string) => `${first} to ${last} of ${total}`,
};

export const clearing = {
  heading: 'Everything kept in this browser',
  explained:
    'Texts, settings, lexicons and the copy of this page for offline use are kept on this device. One button removes them all.',
  button: 'Clear everything…',
  question: 'Clear everything?',
  warning:
    'All texts, settings, lexicons and set-aside findings are deleted, in all tabs. This cannot be undone.',
  confirm: 'Clear everything',
  done: 'Everything that was kept in this browser is deleted.',
};

export const elsewhere = {
  split: (name: string) =>
    `Another tab has changed this text as well. Both are kept: what you see here is now called “${name}”.`,
  deleted:
    'Another tab has deleted this text. It is still here, and is kept again once you change it.',
};

export const copies = {
  heading: 'A copy of your texts',
  explained:
    'One file with all texts, what you have set aside in them, and your own lexicons: to keep elsewhere, or to take along to another browser. Taking it in changes nothing that is here; texts that are here already are not added again.',
  save: 'Save a copy',
  take: 'Take in a copy…',
  running: 'One moment…',
  added: (texts: number, format: (n: number) => string) =>
    `${format(texts)} ${plural(texts, 'text was', 'texts were')} added.`,
  same: (texts: number, format: (n: number) => string) =>
    `${format(texts)} ${plural(texts, 'was', 'were')} here already.`,
  lexicons: (lexicons: number, format: (n: number) => string) =>
    `${format(lexicons)} ${plural(lexicons, 'lexicon was', 'lexicons were')} added.`,
  unread: (lines: number, format: (n: number) => string) =>
    `${format(lines)} ${plural(lines, 'line', 'lines')} could not be read and ${plural(lines, 'was', 'were')} left out.`,
  full: 'The storage of this browser is full: the rest of the copy was left out.',
  newer:
    'This copy was made by a newer version of this page. Load the page again to get that one; nothing was changed.',
  foreign: 'This file is no copy of texts; nothing was changed.',
  unreadable: 'This file could not be read; nothing was changed.',
};
