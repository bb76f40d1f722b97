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
