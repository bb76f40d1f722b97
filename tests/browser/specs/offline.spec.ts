import type { Request } from '@playwright/test';
import { expect, test } from '../support/fixtures';

test('after the first visit the page reloads and analyses without a network', async ({
  cifeng,
  page,
  context,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await cifeng.untilOffline();
  await context.setOffline(true);
  await page.reload();
  await cifeng.untilReady();
  await expect(cifeng.text).toHaveText('他也許會來。');
  await expect(cifeng.markers).toHaveText(['也許']);
  await cifeng.analyse('那就太好了！');
  await expect(page.locator('.cm-content [data-subtype=construction]')).toHaveText('太好了');
  await expect(page.locator('.chart-ticks line')).not.toHaveCount(0);
});

test('everything that the page is made of lies in the cache', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.untilOffline();
  const cached = await page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
  const needed = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  for (const path of needed.filter((name) => !/(sw\.js|workbox)/.test(name))) {
    expect(cached).toContain(path);
  }
  for (const kind of [/\.wasm$/, /dictionary.*\.txt$/, /worker.*\.js$/, /draw.*\.js$/]) {
    expect(cached.filter((path) => kind.test(path))).toHaveLength(1);
  }
});

test('nothing at all is requested while text is analysed', async ({ cifeng, page, context }) => {
  await cifeng.open();
  await cifeng.untilOffline();
  const requests: string[] = [];
  const note = (request: Request): void => {
    requests.push(request.url());
  };
  context.on('request', note);
  page.on('websocket', (socket) => requests.push(socket.url()));

  await cifeng.analyse('他也許會來，那就太好了！\n\n當然，千真萬確。');
  await expect(page.locator('.chart-ticks line')).not.toHaveCount(0);
  await cifeng.openSample('hans');
  await page.getByRole('radio', { name: '繁體中文' }).check();
  await cifeng.untilAnalysed();
  await cifeng.familySwitch('hedge').uncheck();
  await cifeng.rows.first().click();
  await expect(cifeng.card).toBeVisible();
  await page.keyboard.press('Escape');
  await cifeng.text.focus();
  await page.keyboard.insertText('也許');
  await cifeng.untilAnalysed();
  // What would be sent late, such as a beacon, gets the time to be.
  await page.waitForTimeout(1000);
  expect(requests).toEqual([]);
});

test('the page can be installed', async ({ cifeng, page, request }) => {
  await cifeng.open();
  const link = await page.locator('link[rel=manifest]').getAttribute('href');
  const address = new URL(link ?? '', page.url());
  const manifest = (await (await request.get(address.href)).json()) as {
    name: string;
    display: string;
    start_url: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Cifeng 辭鋒', display: 'standalone', start_url: './' });
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  );
  for (const { src } of manifest.icons) {
    expect((await request.get(new URL(src, address).href)).ok(), src).toBe(true);
  }
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Each test has a window of its own that keeps nothing, in which nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});
