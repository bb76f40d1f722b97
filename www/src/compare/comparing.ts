/** Two sides, each a text or a folder of the library, and what comes of comparing them. */
import { computed, signal } from '@preact/signals';
import type { Comparison } from '../engine/types';
import { reportLanguage, type Language } from '../i18n/language';
import { Broken, workshop } from '../import/workshop';
import { lexiconsInUse } from '../state/lexicons';
import { library } from '../state/library';
import { titleOf, type TextEntry } from '../storage/entry';
import { readExceptions } from '../storage/exceptions';
import { readProfile, writeProfile } from '../storage/profile';
import { readText } from '../storage/texts';

/** What is chosen for a side: `text/ID` or `folder/NAME`; empty: nothing yet. */
export const chosen = [signal(''), signal('')] as const;

export type State =
  | { kind: 'none' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; comparison: Comparison }
  | { kind: 'failed' };

export const comparing = signal<State>({ kind: 'none' });

/** All folders with the number of their texts, those inside others counted with them. */
export const folders = computed(() => {
  const counts = new Map<string, number>();
  for (const { folder } of library.value) {
    const parts = folder.split('/');
    for (let depth = 1; folder !== '' && depth <= parts.length; depth++) {
      const name = parts.slice(0, depth).join('/');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b, undefined, { numeric: true }));
});

/** The texts that a choice stands for. */
export function textsOf(choice: string): TextEntry[] {
  const name = choice.slice(choice.indexOf('/') + 1);
  if (choice.startsWith('text/')) return library.value.filter(({ id }) => id === name);
  if (!choice.startsWith('folder/')) return [];
  return library.value.filter(({ folder }) => folder === name || folder.startsWith(`${name}/`));
}

function nameOf(choice: string): string {
  if (choice.startsWith('folder/')) return choice.slice('folder/'.length);
  const [entry] = textsOf(choice);
  return entry ? titleOf(entry) : '';
}

/** The number of the last comparison that was asked for; earlier ones end when they notice. */
let latest = 0;

/** Compares the two sides that are chosen. */
export async function compareChosen(language: Language): Promise<void> {
  const run = ++latest;
  const choices = chosen.map((side) => side.value);
  const sides = choices.map(textsOf);
  const [a = [], b = []] = sides;
  if (a.length === 0 || b.length === 0) {
    comparing.value = { kind: 'none' };
    return;
  }
  const total = a.length + b.length;
  let done = 0;
  comparing.value = { kind: 'running', done, total };
  try {
    const everywhere = await readExceptions(null);
    // What an analysis of nothing says: which lexicon is in use now.
    const { numbers } = await workshop.ask('profile', {
      text: '',
      setting: { exceptions: [], lexicons: lexiconsInUse() },
    });
    const packed: Uint8Array<ArrayBuffer>[][] = [];
    for (const side of [a, b]) {
      const profiles: Uint8Array<ArrayBuffer>[] = [];
      for (const entry of side) {
        profiles.push(await profileOf(entry, numbers.lexicon, everywhere));
        if (run !== latest) return;
        done++;
        if (done % 50 === 0) comparing.value = { kind: 'running', done, total };
      }
      packed.push(profiles);
    }
    const [ofA = [], ofB = []] = packed;
    const [nameA = '', nameB = ''] = choices.map(nameOf);
    const comparison = await workshop.ask('compare', {
      a: ofA,
      b: ofB,
      names: [nameA, nameB],
      language: reportLanguage(language),
    });
    if (run === latest) comparing.value = { kind: 'done', comparison };
  } catch (cause) {
    if (run !== latest) return;
    if (!(cause instanceof Broken)) console.error(cause);
    comparing.value = { kind: 'failed' };
  }
}

/** The profile of a text: the one that is kept if it still holds, or else a new one. */
async function profileOf(
  entry: TextEntry,
  lexicon: string,
  everywhere: Awaited<ReturnType<typeof readExceptions>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { id, revision } = entry;
  const exceptions = [...everywhere, ...(await readExceptions(id))];
  const setAside = JSON.stringify(exceptions);
  const kept = await readProfile(id);
  if (kept?.revision === revision && kept.lexicon === lexicon && kept.setAside === setAside) {
    return kept.bytes;
  }
  const text = (await readText(id))?.text ?? '';
  const { profile: bytes } = await workshop.ask('profile', {
    text,
    setting: { exceptions, lexicons: lexiconsInUse() },
  });
  void writeProfile(id, { revision, lexicon, setAside, bytes });
  return bytes;
}
