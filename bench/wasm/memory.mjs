/**
 * The memory of the WebAssembly instance after texts: node memory.mjs INPUTS
 *
 * Loads the package for the web, whose loader hands out the instance's memory. Memory only grows, so
 * the order is that of the page: the first report, then the meanings, then a long text.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { readInputs } from './inputs.mjs';
import { initSync, Analyzer } from '../../pkg/web/cifeng.js';

const [folder] = process.argv.slice(2);
const asset = (name) => readFileSync(new URL(`../../pkg/web/${name}`, import.meta.url));
const inputs = readInputs(folder, ['hant-oped', 'hant-million']);

const { memory } = initSync({ module: asset('cifeng_bg.wasm') });
const analyzer = new Analyzer(asset('dictionary.txt'));
const after = (input) => {
  const count = analyzer.analyze(inputs[input]).findings.length;
  console.log(JSON.stringify({ input, count, bytes: memory.buffer.byteLength }));
};
after('hant-oped');
analyzer.addMeanings(asset('meanings.tsv'), asset('cc-cedict.tsv'));
after('hant-million');
