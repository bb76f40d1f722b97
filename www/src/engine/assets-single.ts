/** What the worker of the single file works with: the page hands it over, packed, with the first message. */
import { unpack, type PartName, type Parts } from '../single/parts';

const parts = new Promise<Parts>((resolve) => {
  addEventListener('message', ({ data }: MessageEvent<{ parts?: Parts }>) => {
    if (data.parts) resolve(data.parts);
  });
});

const load = async (name: PartName): Promise<Uint8Array> => unpack((await parts)[name]);

export const loadProgram = (): Promise<Response | Uint8Array> => load('program');
export const loadDictionary = (): Promise<Uint8Array> => load('dictionary');
export const loadExplanations = (): Promise<Uint8Array> => load('explanations');
export const loadTables = (): Promise<[Uint8Array, Uint8Array]> =>
  Promise.all([load('meanings'), load('cedict')]);
