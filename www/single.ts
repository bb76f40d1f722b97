/**
 * The single file: from the built page a page without any file beside it.
 *
 * Scripts and styles stand inside and are allowed by their hashes; the worker starts from a blob that
 * the page makes of a script inside; program and data are put in by `assemble` (`src/single/parts.ts`).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rollup } from 'vite';

const hashed = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** As strict as the policy of the site: what is here is named by its hash, and nothing may be fetched. */
const policy = (scripts: string[], styles: string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashed).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hashed).join(' ')}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

/** A script that can stand between tags: nothing in it ends them. */
const between = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3c');

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

function shellOf(bundle: Rollup.OutputBundle): string {
  const outputs = Object.values(bundle);
  const entry = outputs.find((each) => each.type === 'chunk' && each.isEntry);
  const chunks = outputs.filter((each) => each.type === 'chunk');
  if (entry?.type !== 'chunk' || chunks.length !== 1) {
    throw new Error(
      `one script was expected, not ${chunks.map((each) => each.fileName).join(', ')}`,
    );
  }
  const sheets = outputs.filter((each) => each.fileName.endsWith('.css'));
  const style = sheets.map((each) => (each.type === 'asset' ? String(each.source) : '')).join('\n');
  const first = [read('src/single/trusted-types.js'), read('public/before-paint.js')].map(between);
  const main = between(entry.code);
  const icon = Buffer.from(read('public/icons/icon.svg')).toString('base64');
  const body = /<body>\s*([\s\S]*?)<script/.exec(read('index.html'))?.[1] ?? '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([...first, main], [style])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Cifeng 辭鋒</title>
<link rel="icon" href="data:image/svg+xml;base64,${icon}" type="image/svg+xml">
${first.map((script) => `<script>${script}</script>`).join('\n')}
<style>${style}</style>
</head>
<body>
${body}<!--parts-->
<script type="module">${main}</script>
</body>
</html>
`;
}

/** Puts in place of all that is built one page without parts. */
export function singleFile(): Plugin {
  return {
    name: 'cifeng:single-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const source = shellOf(bundle);
        for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
        this.emitFile({ type: 'asset', fileName: 'shell.html', source });
      },
    },
  };
}
