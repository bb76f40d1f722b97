/** English words of the interface. The other languages have the same keys; the compiler checks. */
import { compare } from './compare/en';
import { importing } from './importing/en';
import { clearing, copies, elsewhere, library } from './library/en';
import { reading } from './reading/en';
import { exports } from './exports/en';
import { lexicons } from './lexicons/en';
import { timings } from './timings/en';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const en = {
  title: 'Cifeng 辭鋒: the rhetoric of a Chinese text',
  tagline: 'The rhetoric of a Chinese text, found on your own device',
  skipToText: 'Skip to the text',
  viewsLabel: 'Views',
  views: { read: 'Read', texts: 'Texts', compare: 'Compare', lexicons: 'My lexicon' },
  viewLoading: 'Loading…',
  viewFailed: 'This view could not be loaded. Your texts are kept.',
  languageLabel: 'Language',
  themeLabel: 'Theme',
  theme: { system: 'Like the system', light: 'Light', dark: 'Dark' },

  textHeading: 'Text',
  textLabel: 'Chinese text',
  textPlaceholder: 'Paste or type Chinese text here, or drop a .txt file.',
  openFile: 'Open file…',
  clear: 'Clear',
  newText: 'New text',
  undo: 'Undo',
  samples: 'Samples',
  sample: { hant: 'Traditional', hans: 'Simplified', mixed: 'Mixed' },
  dropHere: 'Drop the text file here',
  textCleared: 'The text was cleared.',
  textReplaced: 'The text was replaced.',
  textSetAside: (name: string) => `“${name}” stays in your texts.`,
  previousFinding: 'Previous finding (Shift+F8)',
  nextFinding: 'Next finding (F8)',
  keyboardHint:
    'F8 and Shift+F8 lead from finding to finding; Escape closes the explanation; Tab goes into it, or else leaves the text.',

  familiesHeading: 'Marked',
  showFamily: (family: string) => `Mark ${family}`,

  loading: 'Loading the analyser…',
  analysing: 'Analysing…',
  analysed: (milliseconds: string) => `Analysed in ${milliseconds} ms, on this device`,
  waitingForText: 'Waiting for a text',
  welcomeHeading: 'What this page does',
  welcome: (families: string) =>
    `It finds the rhetoric of a Chinese text, Traditional or Simplified: ${families}. It marks each where it stands, says why, and counts.`,
  welcomeTry: 'Paste a text, open a file, or try a sample:',

  failure: {
    heading: 'The analyser could not be loaded',
    wasm: 'The program (WebAssembly) did not arrive or does not start in this browser.',
    dictionary: 'The word list (dictionary.txt) did not arrive or cannot be read.',
    worker: 'The background worker did not start.',
    advice: 'Check the connection, then try again. Your text is kept.',
    reason: (detail: string) => `Reason: ${detail}`,
    retry: 'Try again',
  },
  crashed:
    'The analysis stopped unexpectedly and the analyser was started anew. Your text is kept; it is analysed again when you change it or ask for it.',
  stuck:
    'The analyser gave no answer for a minute, so it was stopped and started again. Your text is still here; change it, or press the button, and it will be analysed again.',
  analyseAgain: 'Analyse again',
  tooLong: (chars: string, limit: string) =>
    `This text has ${chars} characters; the limit is ${limit}. It was not analysed, but it stays here.`,
  fileTooLong: (name: string, megabytes: string, limit: string) =>
    `“${name}” (${megabytes} MB) is longer than ${limit} characters and was not opened. Your text stays.`,
  fileUnreadable: (name: string) => `“${name}” could not be read. Your text stays.`,
  fileEmpty: (name: string) => `“${name}” is empty. Your text stays.`,

  factsHeading: 'The text in numbers',
  facts: {
    characters: 'Characters',
    han: 'Han characters',
    sentences: 'Sentences',
    paragraphs: 'Paragraphs',
    script: 'Script',
  },
  script: { hant: 'Traditional', hans: 'Simplified', mixed: 'Mixed', neutral: 'Neither' },

  countsHeading: 'Counts and rates',
  family: 'Family',
  count: 'Count',
  rate: 'Per 1,000 Han',
  interval: '95 % interval',
  subtypesOf: (family: string) => `Subtypes of ${family}`,
  countsExplained:
    'Rates are findings per 1,000 Han characters, with the exact 95 % Poisson interval: in about 95 of 100 such texts it holds the true rate.',

  alongHeading: 'Along the text',
  alongExplained: (largest: string) =>
    `Findings by paragraph. Every row has the same scale; the highest bar stands for ${largest}.`,
  alongGrouped: (size: number) => `Each bar stands for ${size} paragraphs in a row.`,
  paragraph: 'Paragraph',
  paragraphs: (first: string, last: string) =>
    first === last ? `Paragraph ${first}` : `Paragraphs ${first} to ${last}`,
  asTable: 'As a table',
  chartFailed: 'The chart could not be loaded. The table says the same.',

  findingsHeading: 'Findings',
  findingsCount: (shown: number, format: (n: number) => string) =>
    `${format(shown)} ${plural(shown, 'finding', 'findings')}`,
  findingsHidden: (hidden: number, format: (n: number) => string) =>
    `${format(hidden)} more in families that are switched off`,
  findingsNone: 'No marker was found in this text.',
  findingsList: 'Findings in the order of the text',
  copyJson: 'Copy JSON',

  rule: 'Rule',
  meaning: 'Meaning',
  voice: 'Voice',
  voicesHeading: 'Voices',
  voicesExplained:
    'Whose words they are: the writer’s, or a speaker’s whom the text names before a colon, beside a quotation or under a note. Rates are per 1,000 of the voice’s own Han characters.',
  writer: 'the writer',
  han: 'Han',
  variantOf: 'Form of',
  roleLabel: 'Role',
  role: {
    final: 'closes the sentence',
    pause: 'sets off a topic',
    vocative: 'calls somebody',
    question: 'closes a question',
    filler: 'fills or answers',
  },

  encoding: {
    heading: 'Which encoding?',
    question: (name: string) =>
      `“${name}” is not UTF-8. Choose the reading in which the text makes sense.`,
    choose: (name: string) => `Read “${name}” as`,
    likely: 'likely',
    open: 'Open',
    cancel: 'Cancel',
    used: (name: string, encoding: string) => `“${name}” was read as ${encoding}.`,
    change: 'Change encoding…',
    damaged: (count: string) => `${count} unreadable`,
  },

  notKept: 'This browser does not keep the text: it is gone when the page is closed.',
  storageFull:
    'The storage of this browser is full: this text is gone when the page is closed. Delete texts that you no longer need, or save this one as a file.',
  newerStore:
    'A newer version of this page has kept your texts. They are all still there, but this older version cannot read them. Load the page again to get the newer one.',
  updateReady: 'A new version is ready.',
  reload: 'Reload',
  offlineReady: 'Ready to be used offline.',
  dismiss: 'Dismiss',
  privacy: 'The text never leaves this device; nothing is sent anywhere.',
  madeBy: (version: string, lexicon: string) => `Cifeng ${version}, lexicon ${lexicon}`,
  dataLicenses: 'Sources of the data',
  softwareLicenses: 'Software used',
  crateLicenses: 'Rust crates used',
  methods: 'Methods: what the numbers mean',
  checkYourself: 'How to check this yourself',
  backToPage: 'Back to the page',

  compare,
  importing,
  library,
  copies,
  clearing,
  elsewhere,
  reading,
  lexicons,
  timings,
  exports,
};
