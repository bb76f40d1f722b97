import { createServer, type Server } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../www/dist/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The built page on a server that can publish a newer version of it. */
export class StaticServer {
  readonly #server: Server;
  readonly #site: string;
  #version = 1;
  #partsAreGone = false;
  #older = false;
  /** The names of all parts, wherever one stands in another. */
  #parts = /$^/g;

  constructor(site = BUILT) {
    this.#site = site;
    this.#server = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = path === '/' ? '/index.html' : path;
      if (this.#partsAreGone && file.startsWith('/assets/')) {
        response.statusCode = 404;
        response.end();
        return;
      }
      const kept = this.#older ? file.replace('/assets/older-', '/assets/') : file;
      readFile(join(site, kept)).then(
        (content) => {
          response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain');
          if (this.#older && /\.(html|js|css)$/.test(file)) {
            const text = String(content).replace(this.#parts, 'older-$&');
            response.end(text.replaceAll('revision:"', 'revision:"older'));
            return;
          }
          // Parts that took the place of others have other names.
          const named = this.#partsAreGone && file === '/sw.js';
          response.write(named ? String(content).replaceAll('"assets/', '"assets/new-') : content);
          // A service worker that differs by one byte is a new version.
          if (file === '/sw.js') response.write(`\n// version ${this.#version}\n`);
          response.end();
        },
        () => {
          response.statusCode = 404;
          response.end();
        },
      );
    });
  }

  async start(): Promise<string> {
    const names = await readdir(join(this.#site, 'assets'));
    this.#parts = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
    await new Promise<void>((resolve) => this.#server.listen(0, resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Serves an older build, all of whose parts have other addresses; or, again, the one that was built. */
  serveOlder(older: boolean): void {
    this.#older = older;
  }

  publishNewVersion(): void {
    this.#version++;
  }

  /** A new version whose parts have other names took the place of all that was there. */
  withdrawParts(): void {
    this.#partsAreGone = true;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
