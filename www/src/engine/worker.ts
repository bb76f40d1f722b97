/**
 * The worker: loads the analyser once, then answers one request after the other.
 *
 * All requests to the network happen here, at the start; none depends on a text.
 */
import init, { Analyzer, Draft } from '../../../pkg/web/cifeng.js';
import { loadDictionary, loadProgram } from './assets';
import { drawnOf } from './drawn';
import { explain } from './explain';
import { countCodePoints, isLongerThan } from './length';
import {
  MAX_CHARS,
  type Answers,
  type Asked,
  type Part,
  type Question,
  type Request,
  type WorkerMessage,
} from './protocol';
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
    loadPart('dictionary', loadDictionary),
    loadPart('wasm', async () => init({ module_or_path: await loadProgram() })),
  ]);
  try {
    return new Analyzer(dictionary);
  } catch (cause) {
    throw new LoadError('dictionary', cause);
  }
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

function answerQuestion(analyzer: Analyzer, asked: Question): Answers[Question['kind']] {
  switch (asked.kind) {
    case 'read-lexicon':
      return analyzer.readLexicon(asked.name, asked.table, asked.language);
    case 'use-lexicons':
      analyzer.useLexicons(asked.tables);
      // What it knows of the text was found by other entries.
      draft?.free();
      draft = null;
      unread = null;
      return null;
    case 'timings':
      return analyzer.timings(asked.text, { maxChars: MAX_CHARS });
    case 'write': {
      const { form, text, name, language, exceptions } = asked;
      const options = { language, exceptions, maxChars: MAX_CHARS, ...(name && { id: name }) };
      return form === 'json'
        ? `${JSON.stringify(analyzer.analyze(text, { ...options, sha256: true }), null, 2)}\n`
        : analyzer.write(text, form, options);
    }
  }
}

function answered(analyzer: Analyzer, { question, asked }: Asked): WorkerMessage {
  try {
    return { type: 'answer', question, answer: answerQuestion(analyzer, asked) };
  } catch (cause) {
    // What WebAssembly itself throws leaves an analyser that nobody can trust.
    if (cause instanceof WebAssembly.RuntimeError) throw cause;
    return { type: 'refused', question, reason: describe(cause) };
  }
}

load().then(
  (analyzer) => {
    let explaining: Promise<void> | null = null;
    const explained = (): Promise<void> => {
      explaining ??= explain(analyzer).then((loaded) => {
        if (loaded) send({ type: 'explanations' });
      });
      return explaining;
    };
    const reply = (asked: Asked): void => {
      try {
        send(answered(analyzer, asked));
      } catch (cause) {
        send({ type: 'crashed', id: null, detail: describe(cause) });
      }
    };
    addEventListener('message', ({ data }: MessageEvent<Request | Asked>) => {
      if ('question' in data) {
        // What is taken away has its reasons, whenever they come.
        if (data.asked.kind === 'write') {
          void explained().then(() => {
            reply(data);
          });
        } else {
          reply(data);
        }
        return;
      }
      try {
        for (const message of answer(analyzer, data)) send(message);
        // The first edit is not to wait for that.
        setTimeout(() => {
          if (unread !== null) draftBy(analyzer);
        });
        void explained();
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
