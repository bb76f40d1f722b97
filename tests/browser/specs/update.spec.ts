import { expect, test } from '../support/fixtures';
import { StaticServer } from '../support/static-server';

test('a new version waits until the reader agrees, and the text is kept', async ({
  cifeng,
  page,
}) => {
  const server = new StaticServer();
  const address = await server.start();
  try {
    await page.goto(address);
    await cifeng.untilReady();
    await cifeng.untilOffline();
    await cifeng.analyse('他也許會來。');
    await page.reload();
    await cifeng.untilAnalysed();
    const offer = page.getByText('A new version is ready.');
    await expect(offer).toHaveCount(0);

    server.publishNewVersion();
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
  } finally {
    await server.stop();
  }
});
