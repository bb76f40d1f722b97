/** English words for files that come in. */
const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const importing = {
  heading: 'Adding texts',
  addFiles: 'Add files…',
  addFolder: 'Add a folder…',
  reading: (name: string) => `Reading “${name}”…`,
  opened: (name: string) => `The text of “${name}” was opened.`,
  refused: (name: string) => `“${name}” was not opened; your text stays.`,
  progress: (done: string, total: string) => `${done} of ${total} files`,
  done: (texts: number, format: (n: number) => string) =>
    `${format(texts)} ${plural(texts, 'text was', 'texts were')} added.`,
  cancelled: (texts: number, format: (n: number) => string) =>
    `Cancelled; ${format(texts)} ${plural(texts, 'text was', 'texts were')} added before that, and stay.`,
  full: (texts: number, format: (n: number) => string) =>
    `The storage of this browser is full; ${format(texts)} ${plural(texts, 'text was', 'texts were')} added before that, and stay.`,
  guessed: (texts: number, format: (n: number) => string) =>
    `${format(texts)} ${plural(texts, 'file is', 'files are')} not in UTF-8, and the likelier encoding was taken: have a look at the text.`,
  crashed: (times: number, format: (n: number) => string) =>
    `The reader broke ${format(times)} ${plural(times, 'time', 'times')}, was started anew and went on.`,
  skipped: (files: number, format: (n: number) => string) =>
    `${format(files)} ${plural(files, 'file was', 'files were')} left out`,
  andMore: (files: string) => `and ${files} more`,
  reasons: {
    format: 'It is none of the kinds that can be read: txt, md, html, docx, epub, pdf, zip.',
    empty: 'It holds no text.',
    'too-large': 'It is too large: 20 MB for text and HTML, 100 MB for documents and their parts.',
    'too-long': 'It has more than 5,000,000 characters.',
    unreadable: 'The browser could not read it.',
    damaged: 'It is damaged, or not what its name says.',
    password: 'It is protected by a password or a licence.',
    'old-word': 'It is an old Word file, or one with a password; save it as .docx without one.',
    'no-text-layer': 'It has no text layer: its pages are pictures.',
    'pdf-outside': 'PDF is read by the page on the web; this single file leaves its reader out.',
    'nested-zip': 'It is an archive inside an archive.',
    entities:
      'It declares entities, which such documents never do and which could grow without end.',
    unpacked: 'The archive unpacks to more than 1 GB; the rest of it was left out.',
    crash: 'The reader broke on it.',
    same: 'The same text is there already.',
    storage: 'The storage of this browser is full.',
  },
};
