/** Many texts at once, from files into the library. */
import { signal } from '@preact/signals';
import type { Exception } from '../engine/types';
import { entries, loadLibrary, noteAdded } from '../state/library';
import { lexiconsInUse } from '../state/lexicons';
import { newEntry, beginningOf, type TextEntry } from '../storage/entry';
import { readExceptions } from '../storage/exceptions';
import { addTexts, readText, type AddedText } from '../storage/texts';
import type { Found } from './collect';
import { formatOf, type SkipReason } from './formats';
import type { ReadText, Setting, Step } from './protocol';
import { Broken, workshop } from './workshop';

export interface Skipped {
  path: string;
  reason: SkipReason;
}

export interface Progress {
  /** The file that is being read. */
  name: string;
  /** Files done, with those inside archives, and files known of. */
  done: number;
  total: number;
  added: number;
  guessed: number;
  skipped: readonly Skipped[];
  state: 'running' | 'done' | 'cancelled' | 'full';
}

/** The last import, or the one that is running. */
export const importing = signal<Progress | null>(null);

/** What is written to the database together: so many texts, or so many UTF-16 units of them. */
const BATCH = 200;
const BATCH_LENGTH = 2_000_000;
/** Files that are opened together. */
const TOGETHER = 32;
/** Milliseconds between two looks at the progress. */
const LOOK = 100;

const stopped = { byReader: false };

export function cancelImport(): void {
  if (importing.value?.state !== 'running') return;
  stopped.byReader = true;
  workshop.stop();
}

export function dismissImport(): void {
  if (importing.value?.state !== 'running') importing.value = null;
}

class Import {
  #progress: Progress;
  readonly #skipped: Skipped[] = [];
  #batch: AddedText[] = [];
  #batchLength = 0;
  #shownAt = -LOOK;
  /** Texts of the library by folder and name, to know those that are there already. */
  readonly #known = new Map<string, TextEntry[]>();

  readonly #setAside: string;

  constructor(total: number, exceptions: readonly Exception[]) {
    this.#setAside = JSON.stringify(exceptions);
    this.#progress = {
      name: '',
      done: 0,
      total,
      added: 0,
      guessed: 0,
      skipped: this.#skipped,
      state: 'running',
    };
    for (const entry of entries.value.values()) {
      if (entry.deletedAt !== null) continue;
      const key = `${entry.folder}/${entry.name}`;
      this.#known.set(key, [...(this.#known.get(key) ?? []), entry]);
    }
  }

  show(change: Partial<Progress> = {}): void {
    this.#progress = { ...this.#progress, ...change };
    const now = performance.now();
    if (this.#progress.state === 'running' && now < this.#shownAt + LOOK) return;
    this.#shownAt = now;
    importing.value = this.#progress;
  }

  isOver(): boolean {
    return stopped.byReader || this.#progress.state !== 'running';
  }

  finish(): void {
    if (stopped.byReader) this.show({ state: 'cancelled' });
    else if (this.#progress.state === 'running') this.show({ state: 'done' });
  }

  skip(path: string, reason: SkipReason): void {
    this.#skipped.push({ path, reason });
    this.show({ done: this.#progress.done + 1 });
  }

  expect(files: number): void {
    this.show({ total: this.#progress.total + files - 1 });
  }

  async add(folder: string, name: string, read: ReadText): Promise<void> {
    const { text, numbers, profile, guessed } = read;
    if (await this.#isThere(folder, name, text)) {
      this.skip(join(folder, name), 'same');
      return;
    }
    const entry = newEntry({
      name,
      folder,
      beginning: beginningOf(text),
      length: text.length,
      revision: numbers.revision,
    });
    this.#batch.push({
      entry,
      text,
      numbers,
      profile: {
        revision: entry.revision,
        lexicon: numbers.lexicon,
        setAside: this.#setAside,
        bytes: profile,
      },
    });
    this.show({
      done: this.#progress.done + 1,
      guessed: this.#progress.guessed + (guessed ? 1 : 0),
    });
    this.#batchLength += text.length;
    const full = this.#batch.length >= BATCH || this.#batchLength >= BATCH_LENGTH;
    if (full) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchLength = 0;
    if (batch.length === 0) return;
    if ((await addTexts(batch)) === 'full') {
      for (const { entry } of batch) {
        this.#skipped.push({ path: join(entry.folder, entry.name), reason: 'storage' });
      }
      this.show({ state: 'full' });
      return;
    }
    noteAdded(batch);
    this.show({ added: this.#progress.added + batch.length });
  }

  async #isThere(folder: string, name: string, text: string): Promise<boolean> {
    const same = (this.#known.get(`${folder}/${name}`) ?? []).filter(
      ({ length }) => length === text.length,
    );
    for (const { id } of same) if ((await readText(id))?.text === text) return true;
    return false;
  }
}

/** Reads files into the library, one after the other. */
export async function importFiles(found: readonly Found[]): Promise<void> {
  if (importing.value?.state === 'running' || found.length === 0) return;
  stopped.byReader = false;
  await loadLibrary();
  const exceptions = await readExceptions(null);
  const setting: Setting = { exceptions, lexicons: lexiconsInUse() };
  const run = new Import(found.length, exceptions);
  run.show();
  for (const together of portions(found)) {
    if (run.isOver()) break;
    await importPortion(run, together, setting);
  }
  await run.flush();
  run.finish();
}

/** Files that are opened together: many small ones, or one archive. */
function portions(found: readonly Found[]): Found[][] {
  const all: Found[][] = [];
  let last: Found[] = [];
  for (const item of found) {
    const archive = formatOf(item.name) === 'zip';
    if (archive || last.length >= TOGETHER) last = [];
    if (last.length === 0) all.push(last);
    last.push(item);
    if (archive) last = [];
  }
  return all;
}

const pathOf = ({ folder, name }: Found): string => join(folder, name);

/** The files of a portion, without those of which the name is enough. */
async function openAll(run: Import, items: readonly Found[]): Promise<[Found, File][]> {
  const opened: [Found, File][] = [];
  for (const item of items) {
    if (formatOf(item.name) === null) {
      run.skip(pathOf(item), 'format');
      continue;
    }
    try {
      opened.push([item, await item.file()]);
    } catch {
      run.skip(pathOf(item), 'unreadable');
    }
  }
  return opened;
}

async function importPortion(
  run: Import,
  items: readonly Found[],
  setting: Setting,
): Promise<void> {
  const opened = await openAll(run, items);
  if (opened.length === 0) return;
  const files = opened.map(([, file]) => file);
  /** Steps taken, and whether the next is to be taken alone, since one of the next broke the worker. */
  let taken = 0;
  let alone = false;
  for (let open = false; !run.isOver();) {
    try {
      if (!open) await workshop.ask('open', { files, from: taken, setting });
      open = true;
      const steps = await workshop.ask('next', { most: alone ? 1 : Infinity });
      if (steps.length === 0) return;
      for (const step of steps) {
        taken++;
        const [item] = opened[step.file] ?? [];
        if (item) await takeStep(run, item, step);
        if (run.isOver()) return;
      }
    } catch (cause) {
      if (run.isOver()) return;
      open = false;
      if (!(cause instanceof Broken)) throw cause;
      const archive = formatOf(files[0]?.name ?? '') === 'zip';
      const single = files.length === 1;
      if (!alone && !(single && !archive)) {
        alone = true;
        continue;
      }
      const [item] = opened[single ? 0 : taken] ?? [];
      if (item) run.skip(pathOf(item), 'crash');
      // Where even the list of an archive breaks the worker, there is no way around it.
      if (single ? !archive || taken === 0 : taken >= files.length) return;
      taken++;
      alone = false;
    }
  }
}

async function takeStep(run: Import, item: Found, step: Step): Promise<void> {
  const path = pathOf(item);
  run.show({ name: path });
  switch (step.kind) {
    case 'archive':
      run.expect(step.files);
      break;
    case 'skipped':
      run.skip(join(path, step.path), step.reason);
      break;
    case 'text': {
      const inner = step.read.path;
      if (inner === '') {
        await run.add(item.folder, item.name, step.read);
      } else {
        // What an archive holds belongs into a folder with its name.
        const cut = inner.lastIndexOf('/');
        const within = join(path.replace(/\.zip$/i, ''), inner.slice(0, Math.max(0, cut)));
        await run.add(within, inner.slice(cut + 1), step.read);
      }
    }
  }
}

const join = (folder: string, path: string): string =>
  [folder, path].filter((part) => part !== '').join('/');
