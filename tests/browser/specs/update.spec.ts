import { badInput } from '../support/bad-input';
import { expect, test as base } from '../support/fixtures';
import { StaticServer } from '../support/static-server';

const UPDATES =
  'a new version while the old one is in use, one that comes while somebody writes, a site that was replaced under an old page';

const test = base.extend<{ site: StaticServer }>({
  /** A site of the test's own, on the page and kept for use offline. */
  site: async ({ cifeng, page }, use) => {
    const server = new StaticServer();
    try {
      await page.goto(await server.start());
      await cifeng.untilReady();
      await cifeng.untilOffline();
      await use(server);
    } finally {
      await server.stop();
    }
  },
});

test(
  'a new version waits until the reader agrees, and the text is kept',
  badInput(UPDATES),
  async ({ cifeng, page, site }) => {
    await cifeng.analyse('他也許會來。');
    await page.reload();
    await cifeng.untilAnalysed();
    const offer = page.getByText('A new version is ready.');
    await expect(offer).toHaveCount(0);

    site.publishNewVersion();
    await page.reload();
    await expect(offer).toBeVisible();
    const waiting = () =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    expect(await waiting(), 'the old version still serves the page').toBe(true);

    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Reload' }).click(),
    ]);
    await expect(cifeng.text).toHaveText('他也許會來。');
    await expect(cifeng.markers).toHaveText(['也許']);
    await expect(offer).toHaveCount(0);
    expect(await waiting()).toBe(false);
  },
);

test(
  'a new version that comes while somebody writes takes nothing away',
  badInput(UPDATES),
  async ({ cifeng, page, site }) => {
    await cifeng.analyse('他也許會來。');
    await cifeng.text.focus();
    await page.keyboard.press('ControlOrMeta+End');
    const sentence = '我覺得他絕對不可能不知道。';
    const half = Math.floor(sentence.length / 2);
    for (const character of sentence.slice(0, half)) await page.keyboard.insertText(character);

    let loads = 0;
    page.on('load', () => loads++);
    site.publishNewVersion();
    // What the browser does by itself from time to time.
    const update = page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    for (const character of sentence.slice(half)) await page.keyboard.insertText(character);
    await update;
    const offer = page.getByText('A new version is ready.');
    await expect(offer).toBeVisible();
    await expect(cifeng.text).toHaveText('他也許會來。' + sentence);
    await cifeng.untilAnalysed();
    await expect(cifeng.markers).toHaveText(['也許', '我覺得', '絕對', '不可能不']);

    expect(loads, 'no reload that nobody asked for').toBe(0);

    // At once after the last key.
    await page.keyboard.insertText('！');
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Reload' }).click(),
    ]);
    await expect(cifeng.text).toHaveText(`他也許會來。${sentence}！`);
    await cifeng.untilAnalysed();
    await expect(offer).toHaveCount(0);
  },
);

test.describe('a site that was replaced', () => {
  test.use({ expectedComplaints: /Failed to load resource/ });

  test(
    'leaves an old page whole that lies in the cache',
    badInput(UPDATES),
    async ({ cifeng, page, site }) => {
      // The new service worker finds none of the parts that it lists: it must not replace the old one.
      site.withdrawParts();
      site.publishNewVersion();
      await page.reload();
      await cifeng.untilReady();
      const refused = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const found = new Promise<ServiceWorker | null>((resolve) => {
          registration.addEventListener('updatefound', () => {
            resolve(registration.installing);
          });
        });
        await registration.update();
        const next = registration.installing ?? (await found);
        while (next?.state === 'installing') await new Promise((go) => setTimeout(go, 50));
        return next?.state;
      });
      expect(refused).toBe('redundant');
      await cifeng.analyse('他也許會來。千真萬確！');
      // Parts that are loaded late come from the old cache, too.
      await cifeng.unfoldAll();
      await expect(page.locator('.panels svg').first()).toBeVisible();
      await page.getByRole('link', { name: 'My lexicon' }).click();
      await expect(page.getByRole('heading', { name: 'My lexicon' })).toBeVisible();
      await expect(page.getByText('A new version is ready.')).toHaveCount(0);
    },
  );
});
