/**
 * The worker: loads the analyser once, then answers one request after the other.
 *
 * All requests to the network happen here, at the start; none depends on a text.
 */
import init, { Analyzer } from '../../../pkg/web/cifeng.js';
import wasmUrl from '../../../pkg/web/cifeng_bg.wasm?url';
import dictionaryUrl from '../../../pkg/web/dictionary.txt?url';
import { countCodePoints, isLongerThan } from './length';
import { MAX_CHARS, type AnalyzeRequest, type Part, type WorkerMessage } from './protocol';

/** Says which part could not be loaded, and why. */
class LoadError extends Error {
  readonly part: Part;

  constructor(part: Part, cause: unknown) {
    super(describe(cause));
    this.part = part;
  }
}

const describe = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

const send = (message: WorkerMessage): void => {
  postMessage(message);
};

/** Fetches one asset; a status other than success is an error, too. */
async function fetchPart(part: Part, url: string): Promise<Response> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  } catch (cause) {
    throw new LoadError(part, cause);
  }
}

async function loadWasm(): Promise<void> {
  const response = await fetchPart('wasm', wasmUrl);
  try {
    await init({ module_or_path: response });
  } catch (cause) {
    throw new LoadError('wasm', cause);
  }
}

async function loadDictionary(): Promise<Uint8Array> {
  const response = await fetchPart('dictionary', dictionaryUrl);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new LoadError('dictionary', cause);
  }
}

async function load(): Promise<Analyzer> {
  const [dictionary] = await Promise.all([loadDictionary(), loadWasm()]);
  try {
    return new Analyzer(dictionary);
  } catch (cause) {
    throw new LoadError('dictionary', cause);
  }
}

function answer(analyzer: Analyzer, { id, text, language }: AnalyzeRequest): WorkerMessage {
  // Counted here first: memory that WebAssembly once took is never given back.
  if (isLongerThan(text, MAX_CHARS)) {
    return { type: 'too-long', id, chars: countCodePoints(text), limit: MAX_CHARS };
  }
  const start = performance.now();
  const report = analyzer.analyze(text, { language, maxChars: MAX_CHARS });
  return { type: 'report', id, report, milliseconds: performance.now() - start };
}

load().then(
  (analyzer) => {
    addEventListener('message', ({ data }: MessageEvent<AnalyzeRequest>) => {
      try {
        send(answer(analyzer, data));
      } catch (cause) {
        send({ type: 'crashed', id: data.id, detail: describe(cause) });
      }
    });
    send({ type: 'ready', families: analyzer.families() });
  },
  (cause: unknown) => {
    const part = cause instanceof LoadError ? cause.part : 'worker';
    send({ type: 'load-failed', part, detail: describe(cause) });
  },
);
