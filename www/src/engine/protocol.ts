/** What the page and its worker say to each other. */
import type { ReportLanguage } from '../i18n';
import type {
  ChangedStretch,
  Edit,
  Exception,
  FamilyInfo,
  LexiconPreview,
  LexiconTable,
  ReportColumns,
  Timings,
} from './types';

/** Texts beyond this many characters (code points) are refused. */
export const MAX_CHARS = 5_000_000;

/** From the page: analyse this text, which edits and reports are about from now on. */
export interface AnalyzeRequest {
  type: 'analyze';
  id: number;
  text: string;
  language: ReportLanguage;
  /** What the reader has set aside. */
  exceptions: readonly Exception[];
}

/** From the page: the text was edited. */
export interface EditRequest {
  type: 'edit';
  id: number;
  edits: readonly Edit[];
  exceptions: readonly Exception[];
}

/** From the page: report on the text as it stands. */
export interface ReportRequest {
  type: 'report';
  id: number;
  language: ReportLanguage;
  exceptions: readonly Exception[];
}

export type Request = AnalyzeRequest | EditRequest | ReportRequest;

/** The forms in which a report can be taken away. */
export type ReportForm = 'json' | 'csv' | 'html';

/** What can be asked beside analyses; each is answered once, in its turn. */
export type Question =
  /** Reads a table and says what is right and wrong; nothing is found by it. */
  | { kind: 'read-lexicon'; name: string; table: string; language: ReportLanguage }
  /** Finds the entries of these tables, too, and of no others; the text has to be analysed anew. */
  | { kind: 'use-lexicons'; tables: LexiconTable[] }
  /** Analyses a text and writes the report, with a hash of the text. */
  | {
      kind: 'write';
      form: ReportForm;
      text: string;
      name: string | null;
      language: ReportLanguage;
      exceptions: Exception[];
    }
  /** Analyses a text and says what the time goes to. */
  | { kind: 'timings'; text: string };

/** The answers, by the question's kind. */
export interface Answers {
  'read-lexicon': LexiconPreview;
  'use-lexicons': null;
  write: string;
  timings: Timings;
}

/** From the page: a question and its number. */
export interface Asked {
  question: number;
  asked: Question;
}

/** The parts that must be loaded before anything can be analysed. */
export type Part = 'worker' | 'wasm' | 'dictionary';

/** From the worker. `id` is the request's. */
export type WorkerMessage =
  | { type: 'ready'; families: FamilyInfo[] }
  | { type: 'load-failed'; part: Part; detail: string }
  /** The answer to edits, and the first part of that to any other request. */
  | { type: 'changed'; id: number; stretch: ChangedStretch }
  /** In columns, which cross between threads in no time; of them the page makes the report. */
  | { type: 'report'; id: number; columns: ReportColumns; milliseconds: number }
  /** Reasons and meanings have come: reports made from now on carry them. */
  | { type: 'explanations' }
  | { type: 'too-long'; id: number; chars: number; limit: number }
  | { type: 'answer'; question: number; answer: Answers[Question['kind']] }
  | { type: 'refused'; question: number; reason: string }
  /** The analyser can no longer be trusted: the worker has to be replaced. */
  | { type: 'crashed'; id: number | null; detail: string };
