/** What the page of `chromium.mjs` runs; addresses are those that it serves. */
import { cifeng, jieba, limit } from './subjects.mjs';
import { takeTurns } from './rounds.mjs';

const text = async (address) => (await fetch(address)).text();
const bytes = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

/** Loads a subject's module, its WebAssembly and its data; what only explains comes last, if at all. */
const load = {
  async cifeng(explained) {
    const module = import('/pkg/cifeng.js');
    const [dictionary, { Analyzer }] = await Promise.all([
      bytes('/pkg/dictionary.txt'),
      module,
      module.then(({ default: init }) => init()),
    ]);
    const analyzer = new Analyzer(dictionary);
    if (explained) analyzer.addExplanations(await bytes('/pkg/explanations.bin'));
    return [cifeng(analyzer)];
  },
  async jieba() {
    const module = await import('/jieba/jieba_rs_wasm.js');
    await module.default();
    return jieba(module);
  },
  async limit() {
    const { default: init, Limit } = await import('/inputs/limit-web/limit.js');
    await init();
    return [limit(new Limit(await text('/inputs/literals.txt')))];
  },
};

/** All subjects on all inputs, warm. */
export async function warm(names, inputNames) {
  const subjects = [];
  for (const name of names) subjects.push(...(await load[name](true)));
  const inputs = {};
  for (const name of inputNames) inputs[name] = await text(`/inputs/${name}.txt`);
  return takeTurns(subjects, inputs);
}

/** From nothing to the first result; what is called is `jieba-cut` or `cifeng`. */
export async function cold(name, input) {
  const content = await text(`/inputs/${input}.txt`);
  const began = performance.now();
  const subject = (await load[name]()).at(-1);
  const count = subject.run(content);
  return { subject: subject.name, input, count, ms: performance.now() - began };
}
