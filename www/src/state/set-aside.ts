/**
 * Setting findings aside and putting them back.
 *
 * The analyser leaves out what is set aside, so that every number and every export agrees. Here the
 * list is kept: with the open text, through its edits, across reloads and other tabs.
 */
import { effect, signal, untracked } from '@preact/signals';
import type { Exception, Place, SetAside } from '../engine/types';
import { placeOf } from '../findings/place';
import { readExceptions, writeExceptions } from '../storage/exceptions';
import { hearTabs, tellTabs } from '../storage/tabs';
import { analyzeAgain, result } from './analysis';
import { everywhere, here } from './exceptions';
import { openEntry } from './open-text';

/** What was set aside last, to be said and taken back. */
export const lastSetAside = signal<Exception | null>(null);

/** A finding that is set aside, and the exception under which it falls. */
export interface Aside {
  finding: SetAside;
  exception: Exception;
}

/** What is set aside in the open text, by the last report. */
export function asides(): Aside[] {
  const shown = result.value;
  return (shown?.report.set_aside ?? []).flatMap((finding) => {
    const exception = shown?.exceptions[finding.exception];
    return exception ? [{ finding, exception }] : [];
  });
}

/** Sets a finding of the last report aside, at its place or in every text. */
export function setAside(i: number, scope: 'here' | 'everywhere'): void {
  const shown = result.value;
  const finding = shown?.index.findings[i];
  if (!shown || !finding) return;
  const { family, text, start, end } = finding;
  const exception: Exception = {
    family,
    text,
    place: scope === 'here' ? placeOf(shown.text, start, end) : null,
  };
  if (scope === 'here') changeHere([...here.value, exception]);
  else changeEverywhere([...everywhere.value, exception]);
  lastSetAside.value = exception;
  analyzeAgain();
}

/** Counts again what fell under these exceptions. */
export function putBack(...exceptions: readonly Exception[]): void {
  const gone = new Set(exceptions);
  const stays = (each: Exception): boolean => !gone.has(each);
  if (!here.value.every(stays)) changeHere(here.value.filter(stays));
  if (!everywhere.value.every(stays)) changeEverywhere(everywhere.value.filter(stays));
  if (lastSetAside.value && gone.has(lastSetAside.value)) lastSetAside.value = null;
  analyzeAgain();
}

function changeHere(exceptions: readonly Exception[]): void {
  here.value = exceptions;
  keep(openEntry.peek().id, exceptions);
}

function changeEverywhere(exceptions: readonly Exception[]): void {
  everywhere.value = exceptions;
  keep(null, exceptions);
}

function keep(id: string | null, exceptions: readonly Exception[]): void {
  void writeExceptions(id, exceptions).then(() => {
    tellTabs({ type: 'exceptions', id });
  });
}

/** Code units that may be searched for the likes of places while somebody types. */
const SEARCHED = 20_000_000;

/**
 * Addresses the places anew that the last report found, by the words around them as they stand now:
 * so an exception follows its marker through any number of edits.
 */
export function followEdits(
  text: string,
  now: (start: number, end: number) => { from: number; to: number } | null,
): void {
  lastSetAside.value = null;
  const found = new Map(asides().map(({ finding, exception }) => [exception, finding]));
  const all = found.size * text.length <= SEARCHED;
  const before = here.peek();
  const followed = before.map((exception) => {
    const finding = found.get(exception);
    if (!finding || !exception.place) return exception;
    const range = now(finding.start, finding.end);
    // A marker that is gone may come back, by an undo or a paste: its last address stays.
    if (!range || text.slice(range.from, range.to) !== finding.text) return exception;
    if (!all && stands(text, range.from, finding.text, exception.place)) return exception;
    const place = placeOf(text, range.from, range.to);
    if (JSON.stringify(place) === JSON.stringify(exception.place)) return exception;
    return { ...exception, place };
  });
  if (followed.some((exception, i) => exception !== before[i])) changeHere(followed);
}

function stands(text: string, from: number, marker: string, place: Place): boolean {
  return text.startsWith(place.before + marker + place.after, from - place.before.length);
}

/** Takes over what is kept: of a text that was opened, or what came from another tab or a copy. */
export async function loadSetAside(id: string | null): Promise<void> {
  const list = id === null ? everywhere : here;
  const kept = await readExceptions(id);
  if (id !== null && id !== openEntry.peek().id) return;
  if (JSON.stringify(kept) === JSON.stringify(list.peek())) return;
  list.value = kept;
  analyzeAgain();
}

// What belongs to the open text comes with it.
let opened: string | null = null;
effect(() => {
  const { id } = openEntry.value;
  if (id === opened) return;
  opened = id;
  untracked(() => {
    here.value = [];
    lastSetAside.value = null;
    void loadSetAside(id);
  });
});

void loadSetAside(null);
hearTabs((message) => {
  if (message.type !== 'exceptions') return;
  if (message.id === null || message.id === openEntry.peek().id) void loadSetAside(message.id);
});
