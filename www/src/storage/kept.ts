/**
 * Small things that are kept beside the texts: lexicons, dismissals, choices too large for
 * localStorage. Each has a name; what belongs to one text goes when the text goes.
 *
 * Where the browser denies storage, they last as long as the page.
 */
import { openDatabase } from './database';

const memory = new Map<string, unknown>();

/** The name of something that belongs to one text. */
export const nameFor = (textId: string, name: string): string => `text/${textId}/${name}`;

/** All names of things that belong to one text, as a range of keys. */
export const namesFor = (textId: string): IDBKeyRange =>
  IDBKeyRange.bound(`text/${textId}/`, `text/${textId}/\uffff`);

export async function readKept(name: string): Promise<unknown> {
  try {
    return await (await openDatabase()).get('kept', name);
  } catch {
    return memory.get(name);
  }
}

/** Keeps a value that can be cloned, in place of the last one; says whether the browser kept it. */
export async function writeKept(name: string, value: unknown): Promise<boolean> {
  memory.set(name, value);
  try {
    await (await openDatabase()).put('kept', value, name);
    memory.delete(name);
    return true;
  } catch {
    return false;
  }
}

export async function forgetKept(name: string): Promise<void> {
  memory.delete(name);
  try {
    await (await openDatabase()).delete('kept', name);
  } catch {
    // Denied: there was nothing.
  }
}
