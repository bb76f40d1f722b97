/** The worker for many texts: reads files of all kinds, analyses them and compares their profiles. */
import init, { Analyzer } from '../../../pkg/web/cifeng.js';
import { loadDictionary, loadProgram } from '../engine/assets';
import { explain } from '../engine/explain';
import { isLongerThan } from '../engine/length';
import { MAX_CHARS } from '../engine/protocol';
import { Skip } from './formats';
import type { Answer, Request, Requests, Setting, Step } from './protocol';
import { readFile, stepsThrough, type Source } from './read';

async function load(): Promise<Analyzer> {
  const [dictionary] = await Promise.all([
    loadDictionary(),
    init({ module_or_path: loadProgram() }),
  ]);
  return new Analyzer(dictionary);
}

let loading: Promise<Analyzer> | null = null;

/** The analyser, which is loaded when the first text is there. */
function analyzer(): Promise<Analyzer> {
  loading ??= load();
  return loading;
}

/** The files that are gone through. */
let open: AsyncGenerator<Step> | null = null;

/** Milliseconds after which steps are handed over: many small ones go together. */
const WHILE = 60;

/** The lexicons that the analyser was given last, as JSON. */
let inUse = '[]';

function useLexicons(used: Analyzer, { lexicons }: Setting): void {
  const wanted = JSON.stringify(lexicons);
  if (wanted === inUse) return;
  inUse = wanted;
  try {
    used.useLexicons([...lexicons]);
  } catch (cause) {
    // What the analyser refuses, the view of the lexicons says; the texts are read without them.
    if (cause instanceof WebAssembly.RuntimeError) throw cause;
    used.useLexicons([]);
  }
}

async function profileOf(text: string, setting: Setting) {
  if (isLongerThan(text, MAX_CHARS)) throw new Skip('too-long');
  const used = await analyzer();
  useLexicons(used, setting);
  const {
    analyzer: made,
    document,
    counts,
    profile,
  } = used.profile(text, {
    maxChars: MAX_CHARS,
    exceptions: [...setting.exceptions],
  });
  const numbers = {
    revision: 1,
    lexicon: [
      made.lexicon,
      ...made.user_lexicons.map(({ name, fingerprint }) => `${name} ${fingerprint}`),
    ].join('\n'),
    han: document.han,
    script: document.script,
    counts,
  };
  return { numbers, profile: profile as Uint8Array<ArrayBuffer> };
}

/** Reasons and meanings: asked for when the first report is, and no failure if they do not come. */
let explaining: Promise<boolean> | null = null;

async function reportOn({ text, name, language, setting }: Requests['report']['take']) {
  const used = await analyzer();
  explaining ??= explain(used);
  await explaining;
  useLexicons(used, setting);
  const report = used.analyze(text, {
    id: name,
    language,
    exceptions: [...setting.exceptions],
    sha256: true,
    maxChars: MAX_CHARS,
  });
  return `${JSON.stringify(report)}\n`;
}

/** Goes through files, and analyses every text. An archive comes alone. */
async function* stepsThroughAll(
  files: readonly File[],
  from: number,
  setting: Setting,
): AsyncGenerator<Step> {
  const alone = files.length === 1;
  for (const [number, file] of files.entries()) {
    if (!alone && number < from) continue;
    for await (const source of stepsThrough(file, alone ? from : 0)) {
      yield { ...(await analysed(source, setting)), file: number };
    }
  }
}

type OfOneFile = {
  [Kind in Step['kind']]: Omit<Extract<Step, { kind: Kind }>, 'file'>;
}[Step['kind']];

async function analysed(source: Source, setting: Setting): Promise<OfOneFile> {
  if (source.kind !== 'text') return source;
  const { path, text, guessed } = source;
  if (text.trim() === '') return { kind: 'skipped', path, reason: 'empty' };
  if (isLongerThan(text, MAX_CHARS)) return { kind: 'skipped', path, reason: 'too-long' };
  const read = { path, text, guessed, ...(await profileOf(text, setting)) };
  return { kind: 'text', read };
}

async function next(most: number): Promise<Step[]> {
  const taken: Step[] = [];
  const until = performance.now() + WHILE;
  while (open && taken.length < most) {
    const step = await open.next();
    if (step.done === true) open = null;
    else taken.push(step.value);
    if (performance.now() > until && taken.length > 0) break;
  }
  return taken;
}

async function answer(request: Request): Promise<unknown> {
  switch (request.name) {
    case 'open': {
      const { files, from, setting } = request.take;
      open = stepsThroughAll(files, from, setting);
      return null;
    }
    case 'next':
      return next(request.take.most);
    case 'read': {
      const source = await readFile(request.take.file);
      if (source.text.trim() === '') throw new Skip('empty');
      return source.text;
    }
    case 'profile':
      return profileOf(request.take.text, request.take.setting);
    case 'report':
      return reportOn(request.take);
    case 'compare': {
      const { a, b, names, language } = request.take;
      return (await analyzer()).compare(a, b, { names, language });
    }
  }
}

async function respond(request: Request): Promise<void> {
  const { id } = request;
  const send = (said: Answer): void => {
    postMessage(said);
  };
  try {
    send({ id, give: await answer(request) });
  } catch (cause) {
    if (cause instanceof Skip) send({ id, skip: cause.reason });
    else send({ id, crash: cause instanceof Error ? cause.message : String(cause) });
  }
}

addEventListener('message', ({ data }: MessageEvent<Request | { parts: unknown }>) => {
  // In the single file, the first message brings what the analyser is made of.
  if (!('parts' in data)) void respond(data);
});
