import type { Page } from '@playwright/test';
import { badInput, STORAGE } from '../support/bad-input';
import { expect, test } from '../support/fixtures';
import { CifengPage } from '../support/cifeng-page';
import { storedTexts } from '../support/storage';

const view = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true });
const rows = (page: Page) => page.locator('.texts tbody tr');
const names = (page: Page) => page.locator('.texts tbody th button');

/** Puts texts into the library, one after the other. */
async function write(cifeng: CifengPage, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await cifeng.page.getByRole('button', { name: 'New text' }).first().click({ force: true });
    await expect(cifeng.text).toHaveText(/^(在|Paste|$)/);
    await cifeng.analyse(text);
    await expect.poll(() => storedTexts(cifeng.page)).toContain(text);
  }
}

/** From now on the tabs do not hear of each other, as if all happened at the same moment. */
async function silence(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await page.evaluate(() => {
      BroadcastChannel.prototype.postMessage = () => undefined;
    });
  }
}

test('views are links: the browser goes back and forward between them', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await view(page, 'Texts').click();
  await expect(page.getByRole('heading', { name: 'Your texts', exact: true })).toBeVisible();
  await expect(cifeng.text).toBeHidden();
  await expect(view(page, 'Texts')).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(cifeng.text).toHaveText('他也許會來。');
  await page.goForward();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your texts', exact: true })).toBeVisible();
  await view(page, 'Read').click();
  await expect(cifeng.text).toHaveText('他也許會來。');
  expect(new URL(page.url()).hash, 'nothing of the text is in the address').toBe('#read');
});

test('texts are listed with their numbers, sorted, opened and renamed', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await write(cifeng, ['那就太好了！太好了！', '今天下雨了。他可能不來，也許明天來。']);
  await view(page, 'Texts').click();
  await expect(rows(page)).toHaveCount(3);
  await expect(names(page)).toHaveText([
    '今天下雨了。他可能不來，也許明天來。',
    '那就太好了！太好了！',
    '他也許會來。',
  ]);
  const hedges = page.locator('.texts tbody td[data-family=hedge]');
  await expect(hedges).toHaveText(['133.33', '0.00', '200.00']);

  await page.getByRole('button', { name: 'Han characters' }).click();
  await expect(page.locator('[data-fact=han].number')).toHaveText(['15', '8', '5']);
  await page.getByRole('button', { name: 'Han characters' }).click();
  await expect(page.locator('th[aria-sort=ascending]')).toHaveText('Han characters');
  await expect(names(page).first()).toHaveText('他也許會來。');

  await page.getByRole('button', { name: 'Rename “他也許會來。”' }).click();
  const field = page.getByRole('textbox', { name: 'New name of “他也許會來。”' });
  await expect(field).toBeFocused();
  await page.keyboard.type('第一篇 <b>&amp;');
  await page.keyboard.press('Enter');
  await expect(names(page).first()).toHaveText('第一篇 <b>&amp;');

  await names(page).first().click();
  await expect(cifeng.text).toHaveText('他也許會來。');
  await cifeng.text.press('ControlOrMeta+z');
  await expect(cifeng.text, 'undo does not reach into another text').toHaveText('他也許會來。');
});

test('a deleted text comes back by undo, and goes for good without it', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await write(cifeng, ['那就太好了！']);
  await view(page, 'Texts').click();
  await page.getByRole('button', { name: 'Delete “那就太好了！”' }).click();
  await expect(names(page)).toHaveText(['他也許會來。']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names(page)).toHaveText(['那就太好了！', '他也許會來。']);

  await page.getByRole('button', { name: 'Delete “那就太好了！”' }).click();
  await expect(names(page)).toHaveText(['他也許會來。']);
  await page.reload();
  await expect(names(page)).toHaveText(['他也許會來。']);
  await view(page, 'Read').click();
  await expect(cifeng.text, 'the open text was deleted').not.toContainText('太好了');
});

test('a file or a sample in front of a text leaves the text in the library', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await cifeng.openSample('hant');
  await expect(page.getByText('“他也許會來。” stays in your texts.')).toBeVisible();
  await cifeng.openSample('hans');
  await page.reload();
  await cifeng.untilAnalysed();
  await view(page, 'Texts').click();
  await expect(rows(page), 'a sample that nobody touched is not kept twice').toHaveCount(2);
  await expect(names(page).nth(1)).toHaveText('他也許會來。');
});

test('pasting over everything can be undone', badInput(STORAGE), async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await cifeng.analyse('那就太好了！');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cifeng.text).toHaveText('他也許會來。');
});

test(
  'two tabs with the same text: one follows the other, and no words are lost',
  badInput(STORAGE),
  async ({ cifeng, page, context }) => {
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await expect.poll(() => storedTexts(page)).toContain('他也許會來。');
    const second = new CifengPage(await context.newPage());
    await second.open();
    await expect(second.text).toHaveText('他也許會來。');

    await second.analyse('他也許會來。大概不會。');
    await expect(cifeng.text).toHaveText('他也許會來。大概不會。');
    await expect(cifeng.markers).toHaveText(['也許', '大概']);

    // Both write at once: the tabs do not hear of each other before both have saved.
    await silence(page, second.page);
    await Promise.all([cifeng.paste('第一個分頁，也許。'), second.paste('第二個分頁，大概。')]);
    const split = /Another tab has changed this text as well/;
    await expect
      .poll(
        async () =>
          (await cifeng.page.getByText(split).count()) +
          (await second.page.getByText(split).count()),
      )
      .toBe(1);
    await expect(cifeng.text).toHaveText('第一個分頁，也許。');
    await expect(second.text).toHaveText('第二個分頁，大概。');
    const kept = await storedTexts(page);
    expect(kept).toContain('第一個分頁，也許。');
    expect(kept).toContain('第二個分頁，大概。');
  },
);

test(
  'two tabs that are closed together leave both texts behind',
  badInput(STORAGE),
  async ({ cifeng, page, context }) => {
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await expect.poll(() => storedTexts(page)).toContain('他也許會來。');
    const second = new CifengPage(await context.newPage());
    await second.open();
    await silence(page, second.page);
    await cifeng.paste('第一個分頁，也許。');
    await second.paste('第二個分頁，大概。');
    await Promise.all([page.reload(), second.page.close({ runBeforeUnload: true })]);
    await cifeng.untilReady();
    await expect
      .poll(async () => (await storedTexts(page)).sort())
      .toEqual(['第一個分頁，也許。', '第二個分頁，大概。']);
  },
);

test.describe('a full storage', () => {
  test(
    'is said to be full, and the text stays usable',
    badInput(STORAGE),
    async ({ cifeng, page }) => {
      await page.addInitScript(() => {
        const full = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.put = full;
        Storage.prototype.setItem = full;
      });
      await cifeng.open();
      await cifeng.analyse('他也許會來。');
      await expect(page.getByText('The storage of this browser is full')).toBeVisible();
      await page.getByRole('button', { name: 'New text' }).click();
      await cifeng.analyse('那就太好了！');
      await view(page, 'Texts').click();
      await expect(names(page)).toHaveText(['那就太好了！', '他也許會來。']);
      await names(page).last().click();
      await expect(cifeng.text).toHaveText('他也許會來。');
    },
  );
});

test('one button clears everything, in all tabs', async ({ cifeng, page, context }) => {
  await cifeng.open();
  await cifeng.untilOffline();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await cifeng.analyse('他也許會來。');
  await expect.poll(() => storedTexts(page)).toContain('他也許會來。');
  const second = new CifengPage(await context.newPage());
  await second.open();
  await second.analyse('他也許會來。而且已經改了。');

  await view(page, 'Texts').click();
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(names(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  await page.getByRole('button', { name: 'Clear everything', exact: true }).click();
  await expect(
    page.getByText('Everything that was kept in this browser is deleted.'),
  ).toBeVisible();
  await cifeng.untilReady();
  for (const { text } of [cifeng, second]) await expect(text).not.toContainText('也許');
  // What is saved late, in whatever tab, gets the time to be.
  await page.waitForTimeout(1000);
  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ local: [], session: [], caches: [], workers: 0 });
  expect(await storedTexts(page)).toEqual([]);
  await expect(page.getByRole('radio', { name: 'Like the system' })).toBeChecked();
});

test('by keyboard alone: to the texts, and one of them opened', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await write(cifeng, ['那就太好了！']);
  await page.reload();
  await cifeng.untilAnalysed();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const walkTo = async (text: string) => {
    for (let i = 0; i < 40 && (await focused()) !== text; i++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(text);
  };
  await walkTo('Texts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your texts', exact: true })).toBeVisible();
  await walkTo('他也許會來。');
  await page.keyboard.press('Enter');
  await expect(cifeng.text).toHaveText('他也許會來。');
});
