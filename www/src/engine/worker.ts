/**
 * The worker: loads the analyser once, then answers one request after the other.
 *
 * All requests to the network happen here, at the start; none depends on a text.
 */
import init, { Analyzer, Draft } from '../../../pkg/web/cifeng.js';
import wasmUrl from '../../../pkg/web/cifeng_bg.wasm?url';
import cedictUrl from '../../../pkg/web/cc-cedict.tsv?url';
import explanationsUrl from '../../../pkg/web/explanations.bin?url';
import dictionaryUrl from '../../../pkg/web/dictionary.txt?url';
import meaningsUrl from '../../../pkg/web/meanings.tsv?url';
import { drawnOf } from './drawn';
import { countCodePoints, isLongerThan } from './length';
import { MAX_CHARS, type Part, type Request, type WorkerMessage } from './protocol';
import type { ChangedStretch, ReportColumns } from './types';

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
  const moved = message.type === 'changed' ? buffersOf(message.stretch) : [];
  postMessage(message, { transfer: moved });
};

const buffersOf = ({ highlights }: ChangedStretch): Transferable[] =>
  [highlights.start, highlights.end, highlights.kind].map(({ buffer }) => buffer);

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

/**
 * Reasons and meanings only explain: they come after the first report, and it is no failure if they do not.
 * Tells whether anything came.
 */
async function loadExplanations(analyzer: Analyzer): Promise<boolean> {
  const reasons = fetchBytes(explanationsUrl).then((bytes) => {
    analyzer.addExplanations(bytes);
  });
  const meanings = Promise.all([fetchBytes(meaningsUrl), fetchBytes(cedictUrl)]).then(
    ([own, cedict]) => {
      analyzer.addMeanings(own, cedict);
    },
  );
  const parts = await Promise.allSettled([reasons, meanings]);
  return parts.some(({ status }) => status === 'fulfilled');
}

/** A text of fewer code units is reported on first, and then read for its edits. */
const SHORT = 200_000;

/** The text that was analysed last, with what was found in it. */
let draft: Draft | null = null;
/** The same while that is still to be made. */
let unread: string | null = null;
/** Milliseconds that the edits since the last report took. */
let spent = 0;

function draftBy(analyzer: Analyzer): Draft {
  if (unread !== null) draft = new Draft(analyzer, unread);
  unread = null;
  if (!draft) throw new Error('there is no text');
  return draft;
}

function* answer(analyzer: Analyzer, request: Request): Generator<WorkerMessage> {
  const { id } = request;
  const start = performance.now();
  const options = { exceptions: [...request.exceptions], maxChars: MAX_CHARS };
  if (request.type === 'edit') {
    const stretch = draftBy(analyzer).edit(analyzer, [...request.edits], options);
    spent += performance.now() - start;
    yield { type: 'changed', id, stretch };
    return;
  }
  const { language } = request;
  let columns: ReportColumns | null = null;
  if (request.type === 'analyze') {
    const { text } = request;
    draft?.free();
    draft = null;
    unread = null;
    // Counted here first: memory that WebAssembly once took is never given back.
    if (isLongerThan(text, MAX_CHARS)) {
      yield { type: 'too-long', id, chars: countCodePoints(text), limit: MAX_CHARS };
      return;
    }
    spent = 0;
    unread = text;
    if (text.length < SHORT) {
      columns = analyzer.analyzeColumns(text, { ...options, language });
      const stretch = drawnOf(columns, analyzer.families(), text.length);
      yield { type: 'changed', id, stretch };
    }
  }
  if (!columns) {
    const read = draftBy(analyzer);
    yield { type: 'changed', id, stretch: read.whole(analyzer, options) };
    columns = read.reportColumns(analyzer, { ...options, language });
  }
  const milliseconds = performance.now() - start + spent;
  spent = 0;
  yield { type: 'report', id, columns, milliseconds };
}

load().then(
  (analyzer) => {
    let explained = false;
    addEventListener('message', ({ data }: MessageEvent<Request>) => {
      try {
        for (const message of answer(analyzer, data)) send(message);
        // The first edit is not to wait for that.
        setTimeout(() => {
          if (unread !== null) draftBy(analyzer);
        });
        if (explained) return;
        explained = true;
        void loadExplanations(analyzer).then((loaded) => {
          if (loaded) send({ type: 'explanations' });
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
