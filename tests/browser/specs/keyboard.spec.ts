/** Every view by keyboard alone: no pointer from the top of the page to what the view is for. */
import type { Page } from '@playwright/test';
import type { CifengPage } from '../support/cifeng-page';
import { expect, test } from '../support/fixtures';
import { zip } from '../support/archive';

/** Goes on by Tab until what has the focus fits. */
async function tabTo(page: Page, what: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (element instanceof HTMLSelectElement || element instanceof HTMLInputElement) {
        return element.ariaLabel ?? element.labels?.[0]?.textContent ?? '';
      }
      return element?.ariaLabel ?? element?.textContent ?? '';
    });
    if (typeof what === 'string' ? name.startsWith(what) : what.test(name)) return;
    seen.push(name.slice(0, 40));
  }
  throw new Error(`Tab never came to ${String(what)}, but to ${seen.join(' | ')}`);
}

/** Puts the focus before everything, as it is when the page was loaded. */
const toTop = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });

async function openView(page: Page, name: string): Promise<void> {
  await toTop(page);
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function withTexts(cifeng: CifengPage): Promise<void> {
  const { page } = cifeng;
  await cifeng.open();
  await page.locator('a[href="#texts"]').click();
  const buffer = zip([
    { path: 'a.txt', content: '他今天也許會到這裡。'.repeat(60) },
    { path: 'b.txt', content: '他今天一早就到這裡了。'.repeat(60) },
  ]);
  await page
    .locator('input[data-add=files]')
    .setInputFiles({ name: 'set.zip', mimeType: 'application/zip', buffer });
  await expect(page.locator('[data-import=done]')).toBeVisible();
  await page.goto('./#read');
  await page.reload();
  await cifeng.untilReady();
}

test('texts: sorted, renamed, deleted, brought back, opened', async ({ cifeng, page }) => {
  await withTexts(cifeng);
  await openView(page, 'Texts');
  await expect(page.locator('.texts tbody tr')).toHaveCount(2);
  await tabTo(page, 'Name');
  await page.keyboard.press('Enter');
  await expect(page.locator('th[aria-sort]')).toContainText('Name');
  await tabTo(page, 'Rename “a.txt”');
  await page.keyboard.press('Enter');
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'First', exact: true })).toBeVisible();
  await tabTo(page, 'Delete “First”');
  await page.keyboard.press('Enter');
  await expect(page.locator('.texts tbody tr')).toHaveCount(1);
  await toTop(page);
  await tabTo(page, 'Undo');
  await page.keyboard.press('Enter');
  await expect(page.locator('.texts tbody tr')).toHaveCount(2);
  await toTop(page);
  await tabTo(page, /^First$/);
  await page.keyboard.press('Enter');
  await expect(cifeng.text).toContainText('也許');
});

test('compare: sides chosen, hints unfolded, the table taken away', async ({ cifeng, page }) => {
  await withTexts(cifeng);
  await openView(page, 'Compare');
  await expect(page.getByRole('heading', { name: 'Compare' })).toBeVisible();
  await tabTo(page, 'Text or folder A');
  await page.keyboard.type('set/a');
  await tabTo(page, 'Text or folder B');
  await page.keyboard.type('set/b');
  await expect(page.locator('[data-comparing=done]')).toBeAttached();
  await expect(page.locator('.contrasts').first()).toBeVisible();
  // A wide table is scrolled by keys, too.
  await tabTo(page, /As a table/);
  await tabTo(page, 'Download CSV');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('cifeng-comparison.csv');
});

test('my lexicon: an entry by fields, saved, switched off, taken away', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await openView(page, 'My lexicon');
  await tabTo(page, 'New lexicon');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Entry');
  await page.keyboard.insertText('換車道');
  await tabTo(page, 'Family');
  await page.keyboard.type('Hedges');
  await tabTo(page, 'Add');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-preview-entries="1"]')).toBeVisible();
  await tabTo(page, 'Save');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-lexicon]')).toContainText('1 entry');
  await toTop(page);
  await tabTo(page, 'Use “My words”');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Use “My words”' })).not.toBeChecked();
  await tabTo(page, /^Export/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('My words.tsv');
});

test('read: a marker set aside from its card, and put back from the list', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await expect(cifeng.card).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(cifeng.count('hedge')).toHaveText('0');
  await toTop(page);
  await tabTo(page, /set aside/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Put/);
  await page.keyboard.press('Enter');
  await expect(cifeng.count('hedge')).toHaveText('1');
});
