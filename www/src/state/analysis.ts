/** From the text to the report: what was asked of the analyser, and what it said last. */
import { computed, signal } from '@preact/signals';
import { Engine } from '../engine/client';
import type { Part } from '../engine/protocol';
import type { Exception, FamilyInfo, Report } from '../engine/types';
import { FindingIndex } from '../findings/finding-index';
import { inForce } from './exceptions';
import { language } from './settings';

export type EngineState =
  { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; part: Part; detail: string };

export type Outcome =
  | { kind: 'none' }
  | { kind: 'running' }
  | { kind: 'done'; milliseconds: number }
  | { kind: 'too-long'; chars: number; limit: number }
  | { kind: 'crashed' };

/** A report with the text that it is about. */
export interface Result {
  text: string;
  report: Report;
  index: FindingIndex;
  /** What it was told to set aside; `set_aside` in the report names them by their places here. */
  exceptions: readonly Exception[];
}

export const engineState = signal<EngineState>({ kind: 'loading' });
/** All families of the lexicon, in the order of legends and tables. */
export const families = signal<readonly FamilyInfo[]>([]);
export const outcome = signal<Outcome>({ kind: 'none' });
/** The last report; `null` before the first one and while a text is refused. */
export const result = signal<Result | null>(null);

/** A family or subtype by its id, for names and descriptions. */
export const familyById = computed(() => new Map(families.value.map((info) => [info.id, info])));

/** A text of up to this many code units is analysed once more when its meanings come. */
const EXPLAINED_AGAIN = 200_000;

let asked: { id: number; text: string; exceptions: readonly Exception[] } | null = null;

const engine = new Engine(
  () => new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' }),
  {
    ready(known) {
      families.value = known;
      engineState.value = { kind: 'ready' };
    },
    loadFailed(part, detail) {
      engineState.value = { kind: 'failed', part, detail };
    },
    report(id, report, milliseconds) {
      if (id !== asked?.id) return;
      const { text, exceptions } = asked;
      result.value = { text, report, index: new FindingIndex(report.findings), exceptions };
      outcome.value = { kind: 'done', milliseconds };
    },
    meanings() {
      const shown = result.value;
      if (shown && shown.text.length <= EXPLAINED_AGAIN) analyzeAgain();
    },
    tooLong(id, chars, limit) {
      if (id !== asked?.id) return;
      result.value = null;
      outcome.value = { kind: 'too-long', chars, limit };
    },
    crashed(id) {
      engineState.value = { kind: 'loading' };
      if (id === null || id === asked?.id) outcome.value = { kind: 'crashed' };
    },
  },
);

/** Analyses a text; an answer to an earlier call that is still to come is dropped. */
export function analyze(text: string): void {
  outcome.value = { kind: 'running' };
  const exceptions = inForce();
  asked = { id: engine.analyze(text, language.value, exceptions), text, exceptions };
}

/** The text has changed, and `analyze` will be called soon: no earlier answer fits any more. */
export function supersede(): void {
  if (outcome.value.kind === 'running') asked = null;
}

/** Analyses the same text once more. */
export function analyzeAgain(): void {
  if (asked) analyze(asked.text);
}

/** Loads the analyser again after a failure. */
export function retryLoading(): void {
  engineState.value = { kind: 'loading' };
  engine.restart();
}

// Explanations come in the reader's language, so a new language asks for a new report.
language.subscribe(analyzeAgain);
