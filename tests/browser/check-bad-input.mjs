// Holds the table "Files, stores and the page" of docs/bad-input.md against the tests that say which kind of
// bad input they are cases of (support/bad-input.ts): kinds, numbers and files have to be the same.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const PREFIX = 'bad input: ';

const here = fileURLToPath(new URL('.', import.meta.url));
const cli = fileURLToPath(new URL('node_modules/@playwright/test/cli.js', import.meta.url));
const listed = execFileSync(process.execPath, [cli, 'test', '--list', '--reporter=json'], {
  cwd: here,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});

/**
 * By kind: how many cases, in which files.
 * @type {Map<string, { cases: number, files: Set<string> }>}
 */
const found = new Map();

/** @param {import('@playwright/test/reporter').JSONReportSuite} suite */
function count({ suites = [], specs }) {
  for (const { file, tests } of specs) {
    for (const { annotations, expectedStatus } of tests) {
      if (expectedStatus !== 'passed') continue;
      for (const { type } of annotations.filter(({ type }) => type.startsWith(PREFIX))) {
        const kind = type.slice(PREFIX.length);
        const { cases, files } = found.get(kind) ?? { cases: 0, files: new Set() };
        found.set(kind, { cases: cases + 1, files: files.add(file) });
      }
    }
  }
  suites.forEach(count);
}

/** @type {unknown} */
const parsed = JSON.parse(listed);
const report = /** @type {import('@playwright/test/reporter').JSONReport} */ (parsed);
report.suites.forEach(count);

const page = readFileSync(new URL('../../docs/bad-input.md', import.meta.url), 'utf8');
const [, table = ''] = /## Files, stores and the page\n([^]*?)\n## /.exec(page) ?? [];
const told = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (what|---)/.test(line))
  .sort();
const wanted = [...found].map(([kind, { cases, files }]) => {
  const names = [...files].sort().map((file) => `\`${file}\``);
  return `| ${kind} | ${cases} | ${names.join(', ')} |`;
});
wanted.sort();
if (told.join('\n') !== wanted.join('\n')) {
  process.stderr.write(`docs/bad-input.md should have these rows:\n${wanted.join('\n')}\n`);
  process.exit(1);
}
process.stdout.write(`bad input: ${wanted.length} kinds, as docs/bad-input.md tells\n`);
