// Loads a built package and analyses a sentence with it: node try-package.mjs TARGET FOLDER
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [target, folder] = process.argv.slice(2);
const loaders = {
  nodejs: () => createRequire(import.meta.url)(folder),
  web: async () => {
    const module = await import(pathToFileURL(join(folder, "cifeng.js")));
    module.initSync({ module: readFileSync(join(folder, "cifeng_bg.wasm")) });
    return module;
  },
};
const { Analyzer } = await loaders[target]();
const analyzer = new Analyzer(readFileSync(join(folder, "dictionary.txt")));

const text = "🙂𠮷也許這是真的！";
const { findings, offsets } = analyzer.analyze(text);
assert.equal(offsets, "utf16");
for (const { start, end, text: found } of findings) {
  assert.equal(text.slice(start, end), found);
}
const marked = findings.map(({ start, end, family }) => [start, end, family]);
assert.deepEqual(marked, [
  [4, 6, "hedge"],
  [10, 11, "exclamation"],
]);
const families = analyzer.families().map(({ id }) => id);
assert.ok(findings.every(({ family }) => families.includes(family)));
assert.ok(findings.every(({ why }) => why === ""));
analyzer.addExplanations(readFileSync(join(folder, "explanations.bin")));
assert.ok(analyzer.analyze(text).findings.every(({ why }) => why !== ""));
analyzer.free();
console.log(`build: the package for ${target} loads and finds ${findings.map((one) => one.text).join(" ")}`);
