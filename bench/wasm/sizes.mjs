/**
 * What is transferred: node sizes.mjs INPUTS
 *
 * Opens the built page over a line with some latency, pastes the op-ed at once, and weighs every file
 * that came before the first report; then the WebAssembly of jieba-wasm. Prints one JSON object a line:
 * `{"name", "raw", "brotli"}`, files of the page with `"page": true`. The code of a module is the module
 * without its data section.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { brotliCompressSync, constants } from 'node:zlib';
import { open, paste, project } from './browser.mjs';
import { OPED, readInputs } from './inputs.mjs';

const DATA_SECTION = 11;

/**
 * Milliseconds, more than a busy machine takes for the report: so what is only asked for when the report
 * is under way does not come before it.
 */
const LATENCY = 4_000;

/** A WebAssembly module without one of its sections. */
function without(section, module) {
  const kept = [module.subarray(0, 8)];
  for (let at = 8; at < module.length;) {
    const start = at;
    const id = module[at++];
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      length += (module[at] & 0x7f) * 2 ** shift;
      more = module[at++] >= 0x80;
    }
    at += length;
    if (id !== section) kept.push(module.subarray(start, at));
  }
  return Buffer.concat(kept);
}

/** @returns {{ raw: number, brotli: number }} bytes, compressed as a server would once and for all */
function weigh(content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const brotli = Math.min(brotliCompressSync(content, { params }).length, content.length);
  return { raw: content.length, brotli };
}

/** The files that come before the page's first report. */
async function filesOfThePage(text) {
  const files = new Set();
  const { browser, address, close } = await open(
    { '/': project('www/dist') },
    { latency: LATENCY, sent: (file) => files.add(file) },
  );
  try {
    // The service worker fetches for later.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(address);
    await paste(page, text);
    await page.waitForFunction(
      () => performance.getEntriesByName('cifeng:first-report').length > 0,
    );
    return [...files];
  } finally {
    await close();
  }
}

const [folder] = process.argv.slice(2);
const print = (row) => {
  console.log(JSON.stringify(row));
};
for (const file of await filesOfThePage(readInputs(folder, [OPED])[OPED])) {
  print({ name: basename(file), page: true, ...weigh(readFileSync(file)) });
}
const module = readFileSync(project('pkg/web/cifeng_bg.wasm'));
print({ name: 'code', page: false, ...weigh(without(DATA_SECTION, module)) });
const jieba = project('bench/wasm/node_modules/jieba-wasm/pkg/web/jieba_rs_wasm_bg.wasm');
print({ name: 'jieba', page: false, ...weigh(readFileSync(jieba)) });
