/* The command line and the npm package say the same about texts made to break readers. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { analyzeLines } from '../support/command-line';

const root = join(import.meta.dirname, '../../..');

interface Package {
  Analyzer: new (dictionary: Uint8Array) => {
    addExplanations(bytes: Uint8Array): void;
    addMeanings(own: Uint8Array, cedict: Uint8Array): void;
    analyze(text: string, options: { id: string; sha256: boolean }): unknown;
    free(): void;
  };
}

/** A line of `tests/hostile/texts.jsonl`; those with `times` are too long for this. */
interface Hostile {
  id: string;
  text: string;
  times?: number;
}

/** The same value with the keys of its objects in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}

test('native code and WebAssembly give the same reports, byte for byte', async () => {
  const file = await readFile(join(root, 'tests/hostile/texts.jsonl'), 'utf8');
  const lines = file.trim().split('\n');
  const texts = lines.map((line) => JSON.parse(line) as Hostile).filter(({ times }) => !times);
  expect(texts.length).toBeGreaterThan(50);

  const native = await analyzeLines(texts);
  const { Analyzer } = createRequire(import.meta.url)(join(root, 'pkg/node/cifeng.js')) as Package;
  const asset = (name: string) => readFile(join(root, 'pkg/node', name));
  const analyzer = new Analyzer(await asset('dictionary.txt'));
  analyzer.addExplanations(await asset('explanations.bin'));
  analyzer.addMeanings(await asset('meanings.tsv'), await asset('cc-cedict.tsv'));
  for (const [index, { id, text }] of texts.entries()) {
    const report: unknown = JSON.parse(
      JSON.stringify(analyzer.analyze(text, { id, sha256: true })),
    );
    const bytes = JSON.stringify(inOrder(report));
    expect(bytes, id).toBe(JSON.stringify(inOrder(native[index])));
  }
  analyzer.free();
});
