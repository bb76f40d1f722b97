import { badInput, STORAGE } from '../support/bad-input';
import { expect, test } from '../support/fixtures';
import { storedTexts } from '../support/storage';

test(
  'the text survives a reload right after it was typed',
  badInput(STORAGE),
  async ({ cifeng, page }) => {
    await cifeng.open();
    const address = page.url();
    await cifeng.text.focus();
    await page.keyboard.insertText('他也許會來，');
    await page.keyboard.insertText('當然！');
    await page.reload();
    await expect(cifeng.text).toHaveText('他也許會來，當然！');
    await expect(page.locator('.cm-content [data-family=hedge]')).toHaveText('也許');
    expect(page.url(), 'the text is not in the address').toBe(address);
  },
);

test(
  'the text survives a reload while the browser is still busy saving it',
  badInput(STORAGE),
  async ({ cifeng, page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = function () {
        const request = this.get('a request that stores nothing, and whose answer never comes');
        request.addEventListener('success', (event) => {
          event.stopImmediatePropagation();
        });
        return request as IDBRequest<IDBValidKey>;
      };
    });
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await page.waitForTimeout(1000);
    await page.reload();
    await expect(cifeng.text).toHaveText('他也許會來。');
  },
);

test(
  'a database that never answers does not keep the page from working',
  badInput(STORAGE),
  async ({ cifeng, page }) => {
    await page.addInitScript(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...args) {
        const request = open.apply(this, args);
        for (const type of ['success', 'upgradeneeded', 'error']) {
          request.addEventListener(type, (event) => {
            event.stopImmediatePropagation();
          });
        }
        return request;
      };
    });
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await page.reload();
    await expect(cifeng.text).toHaveText('他也許會來。');
  },
);

test('a long text survives as well', async ({ cifeng, page }) => {
  await cifeng.open();
  const text = '今天也許下雨。\n'.repeat(150_000);
  await cifeng.analyse(text);
  await expect
    .poll(async () => (await storedTexts(page)).map(({ length }) => length), { timeout: 20_000 })
    .toEqual([text.length]);
  await page.reload();
  await cifeng.untilAnalysed();
  await expect(cifeng.fact('characters')).toHaveText('1,200,000');
});

test('clearing can be undone', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('heading', { name: 'What this page does' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cifeng.text).toHaveText('他也許會來。');
  await expect(cifeng.markers).toHaveText(['也許']);
});

test('a browser that keeps nothing is said to', badInput(STORAGE), async ({ cifeng, page }) => {
  await page.addInitScript(() => {
    const deny = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.defineProperty(window, 'indexedDB', { get: deny });
    Object.defineProperty(window, 'localStorage', { get: deny });
  });
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await expect(cifeng.markers).toHaveText(['也許']);
  await expect(page.getByText('This browser does not keep the text')).toBeVisible();
});
