/**
 * Subjects on the inputs in headless Chromium: node chromium.mjs INPUTS SUBJECT…
 *
 * Prints one JSON object a line: first warm measurements, then cold starts of Cifeng and of jieba in
 * turn, if both are wanted. A cold start is a new page of a browser that has the files in its cache.
 */
import process from 'node:process';
import { open, project } from './browser.mjs';
import { NAMES, OPED } from './inputs.mjs';

/** Cold starts of each subject. */
const ROUNDS = 9;

const [folder, ...wanted] = process.argv.slice(2);
const print = (measured) => {
  console.log(JSON.stringify(measured));
};

const { browser, address, close } = await open({
  '/pkg/': project('pkg/web'),
  '/jieba/': project('bench/wasm/node_modules/jieba-wasm/pkg/web'),
  '/inputs/': folder,
  '/': project('bench/wasm'),
});
const context = await browser.newContext();

async function inNewPage(call, first, second) {
  const page = await context.newPage();
  await page.goto(`${address}page.html`);
  const result = await page.evaluate(
    async ([name, ...values]) => (await import('/page.mjs'))[name](...values),
    [call, first, second],
  );
  await page.close();
  return result;
}

try {
  (await inNewPage('warm', wanted, NAMES)).forEach(print);
  const starters = wanted.filter((name) => name !== 'limit');
  if (starters.length > 1) {
    const starts = starters.map(() => []);
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [index, name] of starters.entries()) {
        const start = await inNewPage('cold', name, OPED);
        // The first one fills the cache.
        if (round > 0) starts[index].push(start);
      }
    }
    for (const each of starts) print({ ...each[0], ms: each.map(({ ms }) => ms) });
  }
} finally {
  await close();
}
