import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { encode } from '../support/legacy-encoding';

const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
};

for (const theme of ['Light', 'Dark']) {
  for (const language of ['English', '繁體中文', '简体中文']) {
    test(`axe finds nothing wrong: ${theme}, ${language}`, async ({ cifeng, page }) => {
      await cifeng.open();
      await page.getByRole('radio', { name: theme, exact: true }).check();
      await page.getByRole('radio', { name: language }).check();
      expect(await violations(page), 'without a text').toEqual([]);

      await cifeng.openSample('mixed');
      await cifeng.unfoldAll();
      for (const summary of await page.locator('summary').all()) await summary.click();
      await expect(page.locator('.chart svg').nth(1)).toBeVisible();
      await cifeng.familySwitch('nickname').uncheck();
      await cifeng.rows.nth(2).click();
      await expect(cifeng.card).toBeVisible();
      expect(await violations(page), 'with a report and an open card').toEqual([]);

      await page.locator('a[href="#lexicons"]').click();
      await page.locator('.lexicons-view .buttons button').first().click();
      await page
        .locator('.lexicons-view textarea')
        .fill('entry\tfamily\tsubtype\n大概\thedge\tmodal\nx\ty\tz\n');
      await expect(page.locator('.problems li')).toHaveCount(1);
      expect(await violations(page), 'with a lexicon that is written').toEqual([]);
      await page.locator('.lexicon-editor [type=submit]').click();
      await expect(page.locator('[data-lexicon]')).toBeVisible();
      expect(await violations(page), 'with a lexicon').toEqual([]);
      await page.locator('a[href="#read"]').click();

      await cifeng.fileInput.setInputFiles({
        name: 'old.txt',
        mimeType: 'text/plain',
        buffer: encode('他大概不会来了。', 'gb18030'),
      });
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page), 'with the question for the encoding').toEqual([]);
    });
  }
}

test.describe('when loading fails', () => {
  test.use({ serviceWorkers: 'block', expectedComplaints: /Failed to load|service.?worker/i });
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong: ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.route('**/*.wasm', (route) => route.abort());
      await page.goto('./');
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
});

test('by keyboard alone: from the top of the page to a finding and its place', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.openSample('hant');
  await page.reload();
  await cifeng.untilAnalysed();
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
  for (let i = 0; i < 120 && (await focused()) !== 'listbox'; i++) await page.keyboard.press('Tab');
  await expect(list, 'Tab arrives, also through the text area').toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const row = page.getByRole('listbox').getByRole('option', { selected: true });
  await expect(row).toHaveAttribute('aria-posinset', '2');
  await expect(list).toHaveAttribute('aria-activedescendant', (await row.getAttribute('id')) ?? '');
  const marked = await page.locator('.marker-selected').first().textContent();
  await expect(page.locator('.visually-hidden[aria-live=polite]')).toContainText(marked ?? '');
  await page.keyboard.press('Enter');
  await expect(cifeng.text).toBeFocused();
  await expect(cifeng.card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cifeng.card).toHaveCount(0);
});

test('F8 walks through the findings, Shift+F8 back', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來，當然，太好了！');
  await page.keyboard.press('ControlOrMeta+Home');
  const chosen = page.locator('.marker-selected');
  const walk: [string, string][] = [
    ['F8', '也許'],
    ['F8', '當然'],
    ['F8', '太好了'],
    ['F8', '！'],
    ['F8', '！'],
    ['Shift+F8', '太好了'],
  ];
  for (const [key, text] of walk) {
    await page.keyboard.press(key);
    await expect(chosen).toHaveText(text);
    await expect(cifeng.card).toContainText(text);
  }
});

test('a caret that moves onto a marker opens its card, typing closes it', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowRight');
  await expect(cifeng.card).toContainText('也許');
  await page.keyboard.insertText('們');
  await expect(cifeng.card).toHaveCount(0);
});

test('the skip link leads to the text', async ({ cifeng, page }) => {
  await cifeng.open();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(cifeng.text).toBeFocused();
});
