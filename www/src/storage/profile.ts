/** What a comparison needs of a text, kept beside it, so that it is not analysed again. */
import { nameFor, readKept, writeKept } from './kept';

export interface KeptProfile {
  /** Of the text. */
  revision: number;
  /** Fingerprint of the lexicon that was used. */
  lexicon: string;
  /** What was set aside, as JSON. */
  setAside: string;
  /** The profile, as the analyser packs it. */
  bytes: Uint8Array<ArrayBuffer>;
}

export const PROFILE = 'profile';

function isProfile(value: unknown): value is KeptProfile {
  return value !== null && typeof value === 'object' && 'bytes' in value;
}

export async function readProfile(textId: string): Promise<KeptProfile | null> {
  const kept = await readKept(nameFor(textId, PROFILE));
  return isProfile(kept) ? kept : null;
}

export async function writeProfile(textId: string, profile: KeptProfile): Promise<void> {
  await writeKept(nameFor(textId, PROFILE), profile);
}
