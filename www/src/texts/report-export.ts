/** The full reports of all texts as JSON, one line each: made one after the other, in the worker for many texts. */
import { signal } from '@preact/signals';
import { saveFile } from '../exports/save';
import { reportLanguage } from '../i18n/language';
import { Skip } from '../import/formats';
import { Broken, workshop } from '../import/workshop';
import { lexiconsInUse } from '../state/lexicons';
import { language } from '../state/settings';
import { titleOf, type TextEntry } from '../storage/entry';
import { readExceptions } from '../storage/exceptions';
import { readText } from '../storage/texts';

export type Reporting =
  | { kind: 'none' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; texts: number; left: number }
  | { kind: 'cancelled' };

export const reporting = signal<Reporting>({ kind: 'none' });

/** Characters after which lines are handed to the browser, which may keep them on disk. */
const HANDED = 4_000_000;

let current = new AbortController();

export function cancelReports(): void {
  current.abort();
}

/** Analyses texts with all that is set aside and all own lexicons, and saves the reports. */
export async function saveReports(entries: readonly TextEntry[]): Promise<void> {
  current = new AbortController();
  const { signal: stop } = current;
  const total = entries.length;
  const file: Blob[] = [];
  let lines: string[] = [];
  let length = 0;
  let left = 0;
  const handOver = (): void => {
    file.push(new Blob(lines));
    lines = [];
    length = 0;
  };
  reporting.value = { kind: 'running', done: 0, total };
  const everywhere = await readExceptions(null);
  for (const [done, entry] of entries.entries()) {
    if (stop.aborted) {
      reporting.value = { kind: 'cancelled' };
      return;
    }
    const line = await reportOn(entry, everywhere);
    if (line === null) {
      left++;
    } else {
      lines.push(line);
      length += line.length;
    }
    if (length > HANDED) handOver();
    reporting.value = { kind: 'running', done: done + 1, total };
  }
  handOver();
  saveFile('cifeng-reports.jsonl', file, 'application/jsonl');
  reporting.value = { kind: 'done', texts: total - left, left };
}

/** One line; `null` for a text that is gone or breaks the analyser. */
async function reportOn(
  entry: TextEntry,
  everywhere: Awaited<ReturnType<typeof readExceptions>>,
): Promise<string | null> {
  const found = await readText(entry.id);
  if (!found) return null;
  const exceptions = [...everywhere, ...(await readExceptions(entry.id))];
  const name = titleOf(entry);
  try {
    return await workshop.ask('report', {
      text: found.text,
      name: entry.folder === '' ? name : `${entry.folder}/${name}`,
      language: reportLanguage(language.peek()),
      setting: { exceptions, lexicons: lexiconsInUse() },
    });
  } catch (cause) {
    if (cause instanceof Broken || cause instanceof Skip) return null;
    throw cause;
  }
}
