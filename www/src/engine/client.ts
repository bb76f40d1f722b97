/**
 * The page's end of the analyser: one request in the worker, the latest one waiting.
 *
 * A worker that fails is replaced at once. The request that broke it is not sent again by itself,
 * or the same text could break every successor in turn.
 */
import { reportOf } from '../../../pkg/web/cifeng.js';
import type { Language } from '../i18n';
import type { AnalyzeRequest, Part, WorkerMessage } from './protocol';
import type { Exception, FamilyInfo, Report } from './types';

/** What the engine tells its owner. `id` is what `analyze` returned. */
export interface EngineEvents {
  ready(families: FamilyInfo[]): void;
  loadFailed(part: Part, detail: string): void;
  report(id: number, report: Report, milliseconds: number): void;
  meanings(): void;
  tooLong(id: number, chars: number, limit: number): void;
  crashed(id: number | null, detail: string): void;
}

export class Engine {
  readonly #start: () => Worker;
  readonly #events: EngineEvents;
  #worker: Worker;
  #ready = false;
  #lastId = 0;
  #running: AnalyzeRequest | null = null;
  #waiting: AnalyzeRequest | null = null;

  constructor(start: () => Worker, events: EngineEvents) {
    this.#start = start;
    this.#events = events;
    this.#worker = this.#open();
  }

  /** Asks for an analysis; a request that is still waiting is dropped for this one. */
  analyze(text: string, language: Language, exceptions: readonly Exception[] = []): number {
    this.#waiting = { id: ++this.#lastId, text, language, exceptions };
    this.#next();
    return this.#lastId;
  }

  /** Loads everything again, after `loadFailed`. A waiting request is answered afterwards. */
  restart(): void {
    this.#worker.terminate();
    this.#ready = false;
    this.#running = null;
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
      case 'report':
        this.#running = null;
        this.#events.report(message.id, reportOf(message.columns), message.milliseconds);
        break;
      case 'meanings':
        this.#events.meanings();
        return;
      case 'too-long':
        this.#running = null;
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
    this.#running = this.#waiting;
    this.#waiting = null;
    this.#worker.postMessage(this.#running);
  }
}
