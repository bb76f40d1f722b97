/**
 * Subjects on the inputs in Node, warm: node --expose-gc node.mjs INPUTS SUBJECT…
 *
 * Prints one JSON object a line. SUBJECT is cifeng, jieba or limit.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { NAMES, readInputs } from './inputs.mjs';
import { cifeng, jieba, limit } from './subjects.mjs';
import { takeTurns } from './rounds.mjs';

const [folder, ...wanted] = process.argv.slice(2);
const require = createRequire(import.meta.url);

const load = {
  cifeng() {
    const { Analyzer } = require('../../pkg/node/cifeng.js');
    const asset = (name) => readFileSync(require.resolve(`../../pkg/node/${name}`));
    const analyzer = new Analyzer(asset('dictionary.txt'));
    analyzer.addExplanations(asset('explanations.bin'));
    return [cifeng(analyzer)];
  },
  jieba: () => jieba(require('jieba-wasm')),
  limit() {
    const { Limit } = require(`${folder}/limit-node/limit.js`);
    return [limit(new Limit(readFileSync(`${folder}/literals.txt`, 'utf8')))];
  },
};

const subjects = wanted.flatMap((name) => load[name]());
for (const measured of takeTurns(subjects, readInputs(folder, NAMES))) {
  console.log(JSON.stringify(measured));
}
