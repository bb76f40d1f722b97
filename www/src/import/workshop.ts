/**
 * The page's end of the worker for many texts. A worker that breaks is replaced by the next request;
 * whoever waited for it learns that it broke.
 */
import { Skip } from './formats';
import { startReading } from './start-reading';
import type { Answer, RequestName, Requests } from './protocol';

/** The worker broke while it was at work. */
export class Broken extends Error {}

interface Waiting {
  resolve: (give: unknown) => void;
  reject: (cause: Error) => void;
}

export class Workshop {
  readonly #start: () => Worker;
  #worker: Worker | null = null;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Asks for something; rejects with `Skip` for what cannot be read, with `Broken` if the worker breaks. */
  ask<Name extends RequestName>(
    name: Name,
    take: Requests[Name]['take'],
  ): Promise<Requests[Name]['give']> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#worker ??= this.#open();
      this.#worker.postMessage({ id, name, take });
    });
  }

  /** Stops whatever is at work. */
  stop(why = 'stopped'): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Broken(why));
  }

  #open(): Worker {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.stop(event.message || 'worker');
    };
    worker.onmessageerror = () => {
      this.stop('message');
    };
    return worker;
  }

  #receive(answer: Answer): void {
    // Libraries in the worker may have messages of their own.
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if ('crash' in answer) {
      this.stop(answer.crash);
      return;
    }
    this.#waiting.delete(answer.id);
    if ('skip' in answer) waiting.reject(new Skip(answer.skip));
    else waiting.resolve(answer.give);
  }
}

/** The one that this page uses. */
export const workshop = new Workshop(startReading);
