/**
 * The worker: loads the analyser once, then answers one request after the other.
 *
 * All requests to the network happen here, at the start; none depends on a text.
 */
import init, { Analyzer } from '../../../pkg/web/cifeng.js';
import wasmUrl from '../../../pkg/web/cifeng_bg.wasm?url';
import cedictUrl from '../../../pkg/web/cc-cedict.tsv?url';
import dictionaryUrl from '../../../pkg/web/dictionary.txt?url';
import meaningsUrl from '../../../pkg/web/meanings.tsv?url';
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
async function fetchAsset(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response;
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetchAsset(url);
  return new Uint8Array(await response.arrayBuffer());
}

/** Names the part in what goes wrong while it is loaded. */
async function loadPart<T>(part: Part, loading: () => Promise<T>): Promise<T> {
  try {
    return await loading();
  } catch (cause) {
    throw new LoadError(part, cause);
  }
}

async function load(): Promise<Analyzer> {
  const [dictionary] = await Promise.all([
    loadPart('dictionary', () => fetchBytes(dictionaryUrl)),
    loadPart('wasm', async () => init({ module_or_path: await fetchAsset(wasmUrl) })),
  ]);
  try {
    return new Analyzer(dictionary);
  } catch (cause) {
    throw new LoadError('dictionary', cause);
  }
}

/** Meanings are explanations only: they come after the first report, and it is no failure if they do not. */
async function loadMeanings(analyzer: Analyzer): Promise<boolean> {
  try {
    const [own, cedict] = await Promise.all([fetchBytes(meaningsUrl), fetchBytes(cedictUrl)]);
    analyzer.addMeanings(own, cedict);
    return true;
  } catch {
    return false;
  }
}

function answer(
  analyzer: Analyzer,
  { id, text, language, exceptions }: AnalyzeRequest,
): WorkerMessage {
  // Counted here first: memory that WebAssembly once took is never given back.
  if (isLongerThan(text, MAX_CHARS)) {
    return { type: 'too-long', id, chars: countCodePoints(text), limit: MAX_CHARS };
  }
  const start = performance.now();
  const columns = analyzer.analyzeColumns(text, {
    language,
    exceptions: [...exceptions],
    maxChars: MAX_CHARS,
  });
  return { type: 'report', id, columns, milliseconds: performance.now() - start };
}

load().then(
  (analyzer) => {
    let explained = false;
    addEventListener('message', ({ data }: MessageEvent<AnalyzeRequest>) => {
      try {
        send(answer(analyzer, data));
        if (explained) return;
        explained = true;
        void loadMeanings(analyzer).then((loaded) => {
          if (loaded) send({ type: 'meanings' });
        });
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
