/** The browser that the tests of the page use, and a server of files for it. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { launchOptions } from '../../tests/browser/chromium.mjs';

const { chromium } = createRequire(new URL('../../tests/browser/package.json', import.meta.url))(
  '@playwright/test',
);

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A path inside this project as a path of the file system. */
export const project = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Opens a browser whose pages can sweep their memory by `gc()`, and serves folders to it.
 *
 * @param {Record<string, string>} folders by the first part of the address, `/` for the rest
 * @param {{ latency?: number, sent?: (file: string) => void }} [line] milliseconds before an answer, and
 *   who is told of every file that was sent
 */
export async function open(folders, { latency = 0, sent = () => undefined } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const prefix = Object.keys(folders).find((each) => pathname.startsWith(each)) ?? '/';
    const file = join(folders[prefix], pathname.slice(prefix.length) || 'index.html');
    await setTimeout(latency);
    try {
      const content = await readFile(file);
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.setHeader('Cache-Control', 'max-age=3600');
      response.end(content);
      sent(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, '--js-flags=--expose-gc'],
  });
  return {
    browser,
    address: `http://127.0.0.1:${server.address().port}/`,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Pastes into the text area of the page, in place of all that is there. */
export async function paste(page, text) {
  const area = page.getByRole('textbox');
  await area.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await area.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}
