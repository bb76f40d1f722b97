import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { META_POLICY } from './csp.ts';
import { documents } from './documents.ts';
import { assemble, PART_NAMES, type PartName } from './src/single/parts.ts';
import { headersFile, responseHeaders } from './headers.ts';

/** Writes the policy into the built page, and the headers file that static hosts read. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'cifeng:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
  };
}

/** Puts beside the page where its data and Rust crates come from, and under which licences. */
function dataLicenses(): Plugin {
  const project = fileURLToPath(new URL('../', import.meta.url));
  const read = (file: string): string => readFileSync(project + file, 'utf8');
  return {
    name: 'cifeng:data-licenses',
    apply: 'build',
    generateBundle() {
      const texts = readdirSync(`${project}licenses`)
        .sort()
        .map((file) => `${'='.repeat(80)}\n${file}\n\n${read(`licenses/${file}`)}`);
      // The byte order mark tells browsers the encoding, which servers leave out for plain text.
      const source = `\uFEFF${[read('THIRD_PARTY.md'), ...texts].join('\n')}`;
      this.emitFile({ type: 'asset', fileName: 'licenses-data.txt', source });
      const crates = `\uFEFF${read('pkg/web/licenses-rust.txt')}`;
      this.emitFile({ type: 'asset', fileName: 'licenses-rust.txt', source: crates });
    },
  };
}

/**
 * The tables of Chinese character codes that a PDF may refer to by name; those for other languages are
 * left out.
 */
function characterMaps(): Plugin {
  const folder = fileURLToPath(new URL('node_modules/pdfjs-dist/cmaps/', import.meta.url));
  const chinese = /^(Adobe-(CNS1|GB1)|B5|CNS|ET|GB|HK|UniCNS|UniGB)/;
  return {
    name: 'cifeng:character-maps',
    apply: 'build',
    generateBundle() {
      for (const file of readdirSync(folder).filter((name) => chinese.test(name))) {
        const source = readFileSync(folder + file);
        this.emitFile({ type: 'asset', fileName: `cmaps/${file}`, source });
      }
    },
  };
}

/** Where `vite.single.config.ts` leaves the page of the single file, and where the whole goes. */
const single = fileURLToPath(new URL('./dist-single/', import.meta.url));

/** Puts the page of the single file beside this one, and all together into one file. */
function singleTool(): Plugin {
  const project = fileURLToPath(new URL('../', import.meta.url));
  const dist = fileURLToPath(new URL('./dist/', import.meta.url));
  const places: Record<PartName, string> = {
    program: `${project}pkg/web/cifeng_bg.wasm`,
    dictionary: `${project}pkg/web/dictionary.txt`,
    meanings: `${project}pkg/web/meanings.tsv`,
    cedict: `${project}pkg/web/cc-cedict.tsv`,
    explanations: `${project}pkg/web/explanations.bin`,
    'licenses-data': `${dist}licenses-data.txt`,
    'licenses-software': `${dist}licenses-software.txt`,
    'licenses-rust': `${dist}licenses-rust.txt`,
  };
  const packed = (name: PartName): [PartName, string] => [
    name,
    gzipSync(readFileSync(places[name]), { level: 9 }).toString('base64'),
  ];
  return {
    name: 'cifeng:single-tool',
    apply: 'build',
    generateBundle() {
      // Not as HTML: without its parts it is no page to be opened.
      const source = readFileSync(`${single}shell.html`, 'utf8');
      this.emitFile({ type: 'asset', fileName: 'cifeng.html.txt', source });
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const parts = Object.fromEntries(PART_NAMES.map(packed)) as Record<PartName, string>;
        const shell = readFileSync(`${single}shell.html`, 'utf8');
        writeFileSync(`${single}cifeng.html`, assemble(shell, parts));
      },
    },
  };
}

export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    // As they are: a stand-in for light-dark() would not follow the scheme of a part of the page.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Data URLs are not in the policy's connect-src.
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'methods.html', 'check.html'] },
    license: { fileName: 'licenses-software.txt' },
  },
  worker: { format: 'es' },
  server: { fs: { allow: ['..'] } },
  preview: { headers: responseHeaders },
  plugins: [
    documents(),
    contentSecurityPolicy(),
    dataLicenses(),
    characterMaps(),
    singleTool(),
    VitePWA({
      // A new version waits until the reader agrees to reload: no surprise in the middle of a text.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: './',
        name: 'Cifeng 辭鋒',
        short_name: '辭鋒',
        description: 'The rhetorical markers of a Chinese text, found on your own device',
        lang: 'en',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#f6f3ec',
        theme_color: '#f6f3ec',
        categories: ['education', 'productivity'],
        icons: [
          { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,wasm,bin,txt,tsv,svg,png,webmanifest,bcmap}'],
        // The module is over two megabytes, above which workbox leaves files out, silently.
        maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
        // One file: a worker under Trusted Types imports no script whose address is a string.
        inlineWorkboxRuntime: true,
        cleanupOutdatedCaches: true,
        // The page takes no query; whatever stands there must not miss the cache.
        ignoreURLParametersMatching: [/./],
      },
    }),
  ],
});
