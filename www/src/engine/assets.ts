/**
 * What the worker loads from the server: program, word list, reasons and meanings. `assets-single.ts` stands in for
 * this in the single file.
 */
import cedictUrl from '../../../pkg/web/cc-cedict.tsv?url';
import explanationsUrl from '../../../pkg/web/explanations.bin?url';
import wasmUrl from '../../../pkg/web/cifeng_bg.wasm?url';
import dictionaryUrl from '../../../pkg/web/dictionary.txt?url';
import meaningsUrl from '../../../pkg/web/meanings.tsv?url';

/** Fetches one asset; a status other than success is an error, too. */
async function fetchAsset(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response;
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetchAsset(url);
  return new Uint8Array(await response.arrayBuffer());
}

export const loadProgram = (): Promise<Response | Uint8Array> => fetchAsset(wasmUrl);
export const loadDictionary = (): Promise<Uint8Array> => fetchBytes(dictionaryUrl);
export const loadExplanations = (): Promise<Uint8Array> => fetchBytes(explanationsUrl);
export const loadTables = (): Promise<[Uint8Array, Uint8Array]> =>
  Promise.all([fetchBytes(meaningsUrl), fetchBytes(cedictUrl)]);
