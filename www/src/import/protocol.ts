/** What the page and the worker for many texts say to each other. */
import type { Comparison, Exception, LexiconTable } from '../engine/types';
import type { ReportLanguage } from '../i18n/language';
import type { TextNumbers } from '../storage/entry';
import type { SkipReason } from './formats';

/** One text out of a file, analysed. */
export interface ReadText {
  /** The path inside an archive; empty for a file of its own. */
  path: string;
  text: string;
  /** Read in an encoding that its bytes do not prove. */
  guessed: boolean;
  numbers: TextNumbers;
  profile: Uint8Array<ArrayBuffer>;
}

/** What became of one step through files; `file` is the number of the file among those opened. */
export type Step =
  | { kind: 'text'; file: number; read: ReadText }
  | { kind: 'skipped'; file: number; path: string; reason: SkipReason }
  /** How many files an archive holds; before the first of them. */
  | { kind: 'archive'; file: number; files: number };

/** What an analysis depends on beside the text. */
export interface Setting {
  /** What the reader has set aside. */
  exceptions: readonly Exception[];
  /** The reader's own lexicons that are switched on. */
  lexicons: readonly LexiconTable[];
}

export interface Requests {
  /** Opens files; `from` steps through them were taken before, by a worker that broke. */
  open: { take: { files: File[]; from: number; setting: Setting }; give: null };
  /** The next steps, as many as a short while allows; none at the end. */
  next: { take: { most: number }; give: Step[] };
  /** A file's text, without analysis. */
  read: { take: { file: File }; give: string };
  /** The numbers of a text that is already here. */
  profile: {
    take: { text: string; setting: Setting };
    give: { numbers: TextNumbers; profile: Uint8Array<ArrayBuffer> };
  };
  /** A text's whole report, with reasons and a hash of the text, as one line of JSON. */
  report: {
    take: { text: string; name: string; language: ReportLanguage; setting: Setting };
    give: string;
  };
  compare: {
    take: {
      a: Uint8Array<ArrayBuffer>[];
      b: Uint8Array<ArrayBuffer>[];
      names: [string, string];
      language: ReportLanguage;
    };
    give: Comparison;
  };
}

export type RequestName = keyof Requests;

export type Request = {
  [Name in RequestName]: { id: number; name: Name; take: Requests[Name]['take'] };
}[RequestName];

export type Answer =
  | { id: number; give: unknown }
  | { id: number; skip: SkipReason }
  /** The analyser can no longer be trusted: the worker has to be replaced. */
  | { id: number; crash: string };
