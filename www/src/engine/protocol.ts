/** What the page and its worker say to each other. */
import type { Language } from '../i18n';
import type { ChangedStretch, Edit, Exception, FamilyInfo, ReportColumns } from './types';

/** Texts beyond this many characters (code points) are refused. */
export const MAX_CHARS = 5_000_000;

/** From the page: analyse this text, which edits and reports are about from now on. */
export interface AnalyzeRequest {
  type: 'analyze';
  id: number;
  text: string;
  language: Language;
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
  language: Language;
  exceptions: readonly Exception[];
}

export type Request = AnalyzeRequest | EditRequest | ReportRequest;

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
  /** The analyser can no longer be trusted: the worker has to be replaced. */
  | { type: 'crashed'; id: number; detail: string };
