/** Builds the page of the single file, without its parts, into `dist-single/`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { singleFile } from './single.ts';

const source = (file: string): string => fileURLToPath(new URL(`src/${file}`, import.meta.url));

export default defineConfig({
  base: './',
  mode: 'single',
  publicDir: false,
  resolve: {
    alias: [
      { find: /^.*\/start$/, replacement: source('engine/start-single.ts') },
      { find: /^.*\/assets$/, replacement: source('engine/assets-single.ts') },
      { find: /^.*\/start-reading$/, replacement: source('import/start-reading-single.ts') },
      { find: /^.*\/pdf$/, replacement: source('import/pdf-single.ts') },
      { find: 'virtual:pwa-register', replacement: source('single/no-service-worker.ts') },
    ],
  },
  build: {
    target: 'es2022',
    outDir: 'dist-single',
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  worker: { format: 'iife' },
  plugins: [singleFile()],
});
