import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Request } from '@playwright/test';
import { expect, test } from '../support/recording';
import { WALK } from '../support/walk';

const site = fileURLToPath(new URL('../../../www/dist/', import.meta.url));

/** All files of the built site, as paths below its address. */
const siteFiles = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(site.length).replace(/^\//, ''));

const isPdfReader = (path: string): boolean => /^assets\/pdf-[\w-]+\.js/.test(path);

test('no feature asks for anything but files of the site', async ({
  cifeng,
  page,
  context,
  departures,
}) => {
  test.setTimeout(240_000);
  const requests: { stop: string; request: Request }[] = [];
  const sockets: string[] = [];
  let stop = 'the page is opened';
  context.on('request', (request) => requests.push({ stop, request }));
  page.on('websocket', (socket) => sockets.push(socket.url()));

  await cifeng.open();
  const home = page.url();
  await cifeng.untilOffline();
  for (const { name, visit } of WALK) {
    stop = name;
    await test.step(name, () => visit(cifeng, page));
  }
  stop = 'the page is left';
  // What would be sent late, such as a beacon, gets the time to be.
  await page.waitForTimeout(1000);
  await page.goto('about:blank');
  await page.waitForTimeout(1000);

  const own = new Set(siteFiles.map((path) => new URL(path, home).href)).add(home);
  const foreign = requests
    .filter(({ request }) => !/^(?:blob|about):/.test(request.url()))
    // No address may carry anything, and no request a body.
    .filter(
      ({ request }) =>
        !own.has(request.url()) || request.method() !== 'GET' || request.postData() !== null,
    )
    .map((each) => `${each.stop}: ${each.request.method()} ${each.request.url()}`);
  expect(foreign).toEqual([]);
  expect(sockets).toEqual([]);
  // Chromium itself asks its maker how to fill in fields of the kind it sees; no page can do so.
  const habit = 'CONNECT content-autofill.googleapis.com:443';
  expect(departures.filter((departure) => departure !== habit)).toEqual([]);
});

test('the built files name no other site', () => {
  // Names of XML vocabularies, which nothing ever opens, a hint in an error of Workbox, and what a
  // reader is told to try in vain.
  const harmless =
    /^(?:http:\/\/www\.w3\.org\/|https:\/\/bit\.ly\/wb-precache|https:\/\/example\.org$)/;
  // In the reader of PDF: the vocabularies of forms, and two addresses that it takes apart to see
  // whether what it was given is one.
  const inPdf =
    /^http:\/\/(?:www\.xfa\.org|ns\.adobe\.com)\/|^http:\/\/example\.com$|^https:\/\/foo\.bar$/;
  const programs = siteFiles.filter((path) => /\.(?:js|css|html|svg|webmanifest)$/.test(path));
  expect(programs).toContain('sw.js');
  const foreign = programs.flatMap((path) => {
    const addresses = readFileSync(site + path, 'utf8').match(/\b(?:https?|wss?):\/\/[\w.%/#-]+/g);
    return (addresses ?? [])
      .filter((address) => !harmless.test(address))
      .filter((address) => !(isPdfReader(path) && inPdf.test(address)))
      .map((address) => `${path}: ${address}`);
  });
  expect(foreign).toEqual([]);
});

test('the built files use no other way out', () => {
  const ways =
    /\b(?:sendBeacon|WebSocket|WebSocketStream|WebTransport|EventSource|XMLHttpRequest|RTCPeerConnection|importScripts)\b|\bwindow\.open\b/g;
  const found = siteFiles
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) =>
      (readFileSync(site + path, 'utf8').match(ways) ?? []).map((way) => `${path}: ${way}`),
    );
  // The reader of PDF could fetch documents; it is handed their bytes, and the policy lets it reach
  // nothing but this site.
  const other = found.filter((each) => !(isPdfReader(each) && each.endsWith(': XMLHttpRequest')));
  expect(other).toEqual([]);
});
