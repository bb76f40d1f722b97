/**
 * From nothing to the first result in Node: node cold.mjs INPUTS SUBJECT
 *
 * Prints the milliseconds since the process began (`process`) and since this script began (`ms`),
 * when Node itself is ready and the module, its WebAssembly and its data are still to be loaded.
 */
const began = performance.now();

const { readFileSync } = await import('node:fs');
const { argv } = await import('node:process');
const { cifeng, jieba } = await import('./subjects.mjs');
const { OPED, readInputs } = await import('./inputs.mjs');
const [folder, name] = argv.slice(2);

const load = {
  async cifeng() {
    const { Analyzer } = await import('../../pkg/node/cifeng.js');
    const dictionary = new URL('../../pkg/node/dictionary.txt', import.meta.url);
    return cifeng(new Analyzer(readFileSync(dictionary)));
  },
  async jieba() {
    const module = await import('jieba-wasm');
    return jieba(module).find((one) => one.name === 'jieba-cut');
  },
};

const subject = await load[name]();
const count = subject.run(readInputs(folder, [OPED])[OPED]);
const ended = performance.now();
console.log(
  JSON.stringify({
    subject: subject.name,
    input: OPED,
    count,
    ms: [ended - began],
    process: ended,
  }),
);
