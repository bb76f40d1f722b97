import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './fixtures';

interface Recorder {
  /** Everything that left the browser, as `METHOD address`. */
  departures: string[];
  port: number;
}

/**
 * Tests in which all traffic of the browser, but for that with this machine, goes through a proxy that
 * notes it: the page's, its workers', the service worker's, and beacons that outlive the page.
 */
export const test = base.extend<{ departures: string[] }, { recorder: Recorder }>({
  recorder: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const departures: string[] = [];
      const proxy = createServer((request, response) => {
        departures.push(`${request.method ?? ''} ${request.url ?? ''}`);
        response.end();
      });
      // What wants a tunnel, as https and WebSockets do, is noted and refused.
      proxy.on('connect', (request, socket) => {
        departures.push(`CONNECT ${request.url ?? ''}`);
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      await use({ departures, port: (proxy.address() as AddressInfo).port });
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
    { scope: 'worker' },
  ],
  proxy: async ({ recorder }, use) => {
    await use({ server: `http://127.0.0.1:${recorder.port}`, bypass: 'localhost' });
  },
  departures: async ({ recorder }, use) => {
    recorder.departures.length = 0;
    await use(recorder.departures);
  },
});

export { expect } from '@playwright/test';
