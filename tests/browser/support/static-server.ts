import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
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
  #version = 1;
  #partsAreGone = false;

  constructor(site = BUILT) {
    this.#server = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
      const file = path === '/' ? '/index.html' : path;
      if (this.#partsAreGone && file.startsWith('/assets/')) {
        response.statusCode = 404;
        response.end();
        return;
      }
      readFile(join(site, file)).then(
        (content) => {
          response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain');
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
    await new Promise<void>((resolve) => this.#server.listen(0, resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
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
