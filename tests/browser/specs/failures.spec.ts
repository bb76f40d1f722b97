import { badInput } from '../support/bad-input';
import { expect, test } from '../support/fixtures';

test.use({
  serviceWorkers: 'block',
  expectedComplaints: /Failed to load resource|boom|service.?worker/i,
});

const BROKEN =
  'program, dictionary or worker missing or broken, an analyser that crashes or gives no answer';

const PARTS = [
  ['the program', '**/*.wasm', 'The program (WebAssembly) did not arrive'],
  ['the dictionary', '**/dictionary*.txt', 'The word list (dictionary.txt) did not arrive'],
  ['the worker', '**/worker-*.js', 'The background worker did not start'],
] as const;

for (const [name, address, message] of PARTS) {
  for (const how of ['is missing', 'does not answer'] as const) {
    test(
      `${name} ${how}: the page says so, keeps the text and tries again`,
      badInput(BROKEN),
      async ({ cifeng, page }) => {
        await page.route(address, (route) =>
          how === 'is missing' ? route.fulfill({ status: 404 }) : route.abort(),
        );
        await page.goto('./');
        const alert = page.getByRole('alert');
        await expect(alert).toContainText(message);
        await cifeng.paste('他也許會來。');
        await expect(cifeng.text).toHaveText('他也許會來。');

        await page.unroute(address);
        await alert.getByRole('button', { name: 'Try again' }).click();
        await expect(cifeng.markers).toHaveText(['也許']);
        await expect(alert).toHaveCount(0);
      },
    );
  }
}

test('a broken dictionary is named as the cause', badInput(BROKEN), async ({ page }) => {
  await page.route('**/dictionary*.txt', (route) => route.fulfill({ body: 'one\u0000 x\n' }));
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('The word list (dictionary.txt)');
});

test(
  'an analyser that crashes is replaced, and the text kept',
  badInput(BROKEN),
  async ({ cifeng, page }) => {
    await page.route('**/worker-*.js', async (route) => {
      const response = await route.fetch();
      const bomb = `;addEventListener('message', ({ data }) => {
      if (JSON.stringify(data).includes('炸')) { setTimeout(() => { throw new Error('boom'); }); }
    });`;
      await route.fulfill({ response, body: bomb + (await response.text()) });
    });
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await cifeng.paste('也許會炸。');
    const message = page.getByText('The analysis stopped unexpectedly');
    await expect(message).toBeVisible();
    await cifeng.untilReady();
    await expect(cifeng.text).toHaveText('也許會炸。');

    await cifeng.analyse('也許不會。');
    await expect(message).toHaveCount(0);
    await expect(cifeng.markers).toHaveText(['也許']);
  },
);

test(
  'an analyser that gives no answer is stopped and replaced, and the text kept',
  badInput(BROKEN),
  async ({ cifeng, page }) => {
    await page.clock.install();
    await page.route('**/worker-*.js', async (route) => {
      const response = await route.fetch();
      const loop = `;addEventListener('message', ({ data }) => {
      if (JSON.stringify(data).includes('炸')) for (;;);
    });`;
      await route.fulfill({ response, body: loop + (await response.text()) });
    });
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await cifeng.paste('也許會炸。');
    await page.clock.fastForward(1_000);
    await page.clock.fastForward(60_000);
    const message = page.getByText('The analyser gave no answer for a minute');
    await expect(message).toBeVisible();
    await cifeng.untilReady();
    await expect(cifeng.text).toHaveText('也許會炸。');

    await cifeng.analyse('也許不會。');
    await expect(message).toHaveCount(0);
    await expect(cifeng.markers).toHaveText(['也許']);
  },
);
