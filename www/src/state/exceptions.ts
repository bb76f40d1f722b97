/** What the reader has set aside: places in the open text, and entries in every text. */
import { signal } from '@preact/signals';
import type { Exception } from '../engine/types';

/** Places in the open text. */
export const here = signal<readonly Exception[]>([]);
/** Entries that count in no text. */
export const everywhere = signal<readonly Exception[]>([]);

/** All that an analysis of the open text is to leave out. */
export const inForce = (): readonly Exception[] => [...everywhere.peek(), ...here.peek()];
