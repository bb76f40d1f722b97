/** From the text to the report: what was asked of the analyser, and what it said last. */
import { computed, signal } from '@preact/signals';
import { Engine } from '../engine/client';
import type { Part, ReportForm } from '../engine/protocol';
import { startWorker } from '../engine/start';
import { inSteps } from '../engine/steps';
import type { ChangedStretch, Edit, Exception, FamilyInfo, Report } from '../engine/types';
import { FindingIndex } from '../findings/finding-index';
import { reportLanguage } from '../i18n/language';
import { inForce } from './exceptions';
import { language } from './settings';

export type EngineState =
  { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; part: Part; detail: string };

export type Outcome =
  | { kind: 'none' }
  | { kind: 'running' }
  | { kind: 'done'; milliseconds: number }
  | { kind: 'too-long'; chars: number; limit: number }
  | { kind: 'crashed' }
  | { kind: 'stuck' };

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

/** What is to be drawn, as the analyser says it, with the number of the request that it answers. */
export const redrawn = signal<{ id: number; stretch: ChangedStretch } | null>(null);

/** How often the analyser has answered; then it may hear of edits again. */
export const answers = signal(0);

/** A family or subtype by its id, for names and descriptions. */
export const familyById = computed(() => new Map(families.value.map((info) => [info.id, info])));

/** The report on a text of so many code units is unpacked in steps. */
const LONG = 100_000;

let asked: { id: number; text: string; exceptions: readonly Exception[] } | null = null;
/** The number of the last request for another text. */
let textSince = 0;

export const engine = new Engine(startWorker, {
  ready(known) {
    families.value = known;
    engineState.value = { kind: 'ready' };
  },
  loadFailed(part, detail) {
    engineState.value = { kind: 'failed', part, detail };
  },
  changed(id, stretch) {
    if (id >= textSince) redrawn.value = { id, stretch };
    answers.value++;
  },
  report(id, report, milliseconds) {
    answers.value++;
    if (id !== asked?.id) return;
    const { text, exceptions } = asked;
    const show = (index: FindingIndex): void => {
      result.value = { text, report, index, exceptions };
      outcome.value = { kind: 'done', milliseconds };
    };
    if (text.length < LONG) {
      show(new FindingIndex(report.findings));
      return;
    }
    let index = FindingIndex.EMPTY;
    // What is read here first is unpacked, and stays.
    const unpacking = [
      () => report.findings,
      () => {
        index = new FindingIndex(report.findings);
      },
      () => report.summary.paragraphs,
    ];
    void inSteps(unpacking, () => id === asked?.id).then((wanted) => {
      if (wanted) show(index);
    });
  },
  explanations() {
    if (result.value) analyzeAgain();
  },
  tooLong(id, chars, limit) {
    answers.value++;
    if (id !== asked?.id) return;
    result.value = null;
    outcome.value = { kind: 'too-long', chars, limit };
  },
  crashed(id) {
    answers.value++;
    engineState.value = { kind: 'loading' };
    if (id === null || id === asked?.id) outcome.value = { kind: 'crashed' };
  },
  stuck() {
    answers.value++;
    engineState.value = { kind: 'loading' };
    outcome.value = { kind: 'stuck' };
  },
});

/** Analyses a text; an answer to an earlier call that is still to come is dropped. */
export function analyze(text: string): void {
  outcome.value = { kind: 'running' };
  const exceptions = inForce();
  textSince = engine.analyze(text, reportLanguage(language.value), exceptions);
  asked = { id: textSince, text, exceptions };
}

/**
 * Tells how the text that was analysed last was edited. `busy`: that can be told after the next answer;
 * `lost`: the text has to be analysed.
 */
export function tell(edits: readonly Edit[]): 'told' | 'busy' | 'lost' {
  return engine.edit(edits, inForce());
}

/** Asks for the report on the text with its edits, which is this one now. */
export function report(text: string): void {
  const exceptions = inForce();
  const id = engine.report(reportLanguage(language.value), exceptions);
  if (id === null) {
    analyze(text);
    return;
  }
  outcome.value = { kind: 'running' };
  asked = { id, text, exceptions };
}

/** The text has changed, and its report will be asked for soon: no earlier answer fits any more. */
export function supersede(): void {
  asked = null;
}

/** Reports on the same text once more. */
export function analyzeAgain(): void {
  if (asked) report(asked.text);
}

/** Writes a report anew, with a hash of the text, in a form that can be taken away. */
export function writeReport(
  { text, exceptions }: Result,
  name: string | null,
  form: ReportForm,
): Promise<string> {
  return engine.ask({
    kind: 'write',
    form,
    text,
    name,
    language: reportLanguage(language.peek()),
    exceptions: [...exceptions],
  });
}

/** Loads the analyser again after a failure. */
export function retryLoading(): void {
  engineState.value = { kind: 'loading' };
  engine.restart();
}

// Explanations come in the reader's language, so a new language asks for a new report.
language.subscribe(analyzeAgain);
