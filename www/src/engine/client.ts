/**
 * The page's end of the analyser: one request in the worker, the latest one waiting.
 *
 * The worker keeps the text that it analysed last and follows its edits, so that these are small.
 *
 * A worker that fails is replaced at once, and one that does not answer after a while. The request that
 * broke it is not sent again by itself, or the same text could break every successor in turn.
 */
import { reportOf } from '../../../pkg/web/cifeng.js';
import type { ReportLanguage } from '../i18n';
import type {
  AnalyzeRequest,
  Answers,
  Asked,
  Part,
  Question,
  ReportRequest,
  Request,
  WorkerMessage,
} from './protocol';
import type { ChangedStretch, Edit, Exception, FamilyInfo, LexiconTable, Report } from './types';

/** What the engine tells its owner. `id` is what `analyze` returned. */
export interface EngineEvents {
  ready(families: FamilyInfo[]): void;
  loadFailed(part: Part, detail: string): void;
  /** What is to be drawn in a stretch of the text, or in all of it. */
  changed(id: number, stretch: ChangedStretch): void;
  report(id: number, report: Report, milliseconds: number): void;
  explanations(): void;
  tooLong(id: number, chars: number, limit: number): void;
  crashed(id: number | null, detail: string): void;
  /** There was no answer in time. */
  stuck(id: number): void;
}

/** Milliseconds: many times what the longest text takes on a slow telephone. */
const PATIENCE = 60_000;

/** A question that is not answered yet. */
interface Open {
  asked: Asked;
  settle: (answer: unknown) => void;
  reject: (reason: Error) => void;
}

export class Engine {
  readonly #start: () => Worker;
  readonly #events: EngineEvents;
  #worker: Worker;
  #ready = false;
  #lastId = 0;
  #running: Request | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #waiting: AnalyzeRequest | ReportRequest | null = null;
  /** Whether the worker has a text, and that is the one that was asked about last. */
  #hasText = false;
  #lexicons: LexiconTable[] = [];
  readonly #questions = new Map<number, Open>();

  constructor(start: () => Worker, events: EngineEvents) {
    this.#start = start;
    this.#events = events;
    this.#worker = this.#open();
  }

  /** Asks for an analysis; a request that is still waiting is dropped for this one. */
  analyze(text: string, language: ReportLanguage, exceptions: readonly Exception[] = []): number {
    this.#hasText = false;
    this.#waiting = { type: 'analyze', id: ++this.#lastId, text, language, exceptions };
    this.#next();
    return this.#lastId;
  }

  /** Tells of edits. `busy`: they have to be told after the next answer; `lost`: the text has to be analysed. */
  edit(edits: readonly Edit[], exceptions: readonly Exception[]): 'told' | 'busy' | 'lost' {
    if (!this.#hasText) return 'lost';
    if (this.#running) return 'busy';
    this.#post({ type: 'edit', id: ++this.#lastId, edits, exceptions });
    return 'told';
  }

  /** Asks for a report on the text as it stands; `null`: the text has to be analysed. */
  report(language: ReportLanguage, exceptions: readonly Exception[]): number | null {
    if (!this.#hasText) return null;
    this.#waiting = { type: 'report', id: ++this.#lastId, language, exceptions };
    this.#next();
    return this.#lastId;
  }

  /** Asks something beside analyses. Fails where the analyser refuses or stops. */
  ask<Kind extends Question['kind']>(asked: Question & { kind: Kind }): Promise<Answers[Kind]> {
    const question = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const settle = resolve as (answer: unknown) => void;
      this.#questions.set(question, { asked: { question, asked }, settle, reject });
      if (this.#ready) this.#worker.postMessage({ question, asked } satisfies Asked);
    });
  }

  /** Finds the entries of these lexicons, too, from now on, and in every worker to come. */
  useLexicons(tables: LexiconTable[]): Promise<null> {
    this.#lexicons = tables;
    if (!this.#ready) return Promise.resolve(null);
    // What the worker knows of the text was found without them.
    this.#hasText = false;
    if (this.#waiting?.type === 'report') this.#waiting = null;
    return this.ask({ kind: 'use-lexicons', tables });
  }

  /** Loads everything again, after `loadFailed`. A waiting request is answered afterwards. */
  restart(): void {
    this.#worker.terminate();
    this.#ready = false;
    this.#answered();
    this.#hasText = false;
    if (this.#waiting?.type === 'report') this.#waiting = null;
    for (const { reject } of this.#questions.values()) reject(new Error('the analyser stopped'));
    this.#questions.clear();
    this.#worker = this.#open();
  }

  #open(): Worker {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const detail = event.message || 'worker';
      if (this.#ready) this.#replace(this.#running?.id ?? null, detail);
      else this.#events.loadFailed('worker', detail);
    };
    worker.onmessageerror = () => {
      this.#replace(this.#running?.id ?? null, 'message');
    };
    return worker;
  }

  #receive(message: WorkerMessage): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#begin();
        this.#events.ready(message.families);
        break;
      case 'load-failed':
        this.#events.loadFailed(message.part, message.detail);
        return;
      case 'changed':
        if (this.#running?.type === 'edit') this.#answered();
        this.#events.changed(message.id, message.stretch);
        break;
      case 'report':
        this.#answered();
        this.#events.report(message.id, reportOf(message.columns), message.milliseconds);
        break;
      case 'explanations':
        this.#events.explanations();
        return;
      case 'answer':
        this.#questions.get(message.question)?.settle(message.answer);
        this.#questions.delete(message.question);
        return;
      case 'refused':
        this.#questions.get(message.question)?.reject(new Error(message.reason));
        this.#questions.delete(message.question);
        return;
      case 'too-long':
        this.#answered();
        this.#hasText = false;
        this.#events.tooLong(message.id, message.chars, message.limit);
        break;
      case 'crashed':
        this.#replace(message.id, message.detail);
        return;
    }
    this.#next();
  }

  /** Tells a new worker what the one before knew, and asks what was asked meanwhile. */
  #begin(): void {
    const early = [...this.#questions.values()];
    if (this.#lexicons.length > 0) {
      this.ask({ kind: 'use-lexicons', tables: this.#lexicons }).catch(() => undefined);
    }
    for (const { asked } of early) this.#worker.postMessage(asked);
  }

  #replace(id: number | null, detail: string): void {
    this.#events.crashed(id, detail);
    this.restart();
  }

  #next(): void {
    if (!this.#ready || this.#running || !this.#waiting) return;
    const request = this.#waiting;
    this.#waiting = null;
    if (request.type === 'analyze') this.#hasText = true;
    this.#post(request);
  }

  #post(request: Request): void {
    this.#running = request;
    this.#worker.postMessage(request);
    this.#patience = setTimeout(() => {
      this.#events.stuck(request.id);
      this.restart();
    }, PATIENCE);
  }

  #answered(): void {
    clearTimeout(this.#patience);
    this.#running = null;
  }
}
