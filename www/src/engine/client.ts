/**
 * The page's end of the analyser: one request in the worker, the latest one waiting.
 *
 * The worker keeps the text that it analysed last and follows its edits, so that these are small.
 *
 * A worker that fails is replaced at once. The request that broke it is not sent again by itself,
 * or the same text could break every successor in turn.
 */
import { reportOf } from '../../../pkg/web/cifeng.js';
import type { Language } from '../i18n';
import type { AnalyzeRequest, Part, ReportRequest, Request, WorkerMessage } from './protocol';
import type { ChangedStretch, Edit, Exception, FamilyInfo, Report } from './types';

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
}

export class Engine {
  readonly #start: () => Worker;
  readonly #events: EngineEvents;
  #worker: Worker;
  #ready = false;
  #lastId = 0;
  #running: Request | null = null;
  #waiting: AnalyzeRequest | ReportRequest | null = null;
  /** Whether the worker has a text, and that is the one that was asked about last. */
  #hasText = false;

  constructor(start: () => Worker, events: EngineEvents) {
    this.#start = start;
    this.#events = events;
    this.#worker = this.#open();
  }

  /** Asks for an analysis; a request that is still waiting is dropped for this one. */
  analyze(text: string, language: Language, exceptions: readonly Exception[] = []): number {
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
  report(language: Language, exceptions: readonly Exception[]): number | null {
    if (!this.#hasText) return null;
    this.#waiting = { type: 'report', id: ++this.#lastId, language, exceptions };
    this.#next();
    return this.#lastId;
  }

  /** Loads everything again, after `loadFailed`. A waiting request is answered afterwards. */
  restart(): void {
    this.#worker.terminate();
    this.#ready = false;
    this.#running = null;
    this.#hasText = false;
    if (this.#waiting?.type === 'report') this.#waiting = null;
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
        this.#events.ready(message.families);
        break;
      case 'load-failed':
        this.#events.loadFailed(message.part, message.detail);
        return;
      case 'changed':
        if (this.#running?.type === 'edit') this.#running = null;
        this.#events.changed(message.id, message.stretch);
        break;
      case 'report':
        this.#running = null;
        this.#events.report(message.id, reportOf(message.columns), message.milliseconds);
        break;
      case 'explanations':
        this.#events.explanations();
        return;
      case 'too-long':
        this.#running = null;
        this.#hasText = false;
        this.#events.tooLong(message.id, message.chars, message.limit);
        break;
      case 'crashed':
        this.#replace(message.id, message.detail);
        return;
    }
    this.#next();
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
  }
}
