/** Every view in both themes and all languages: nothing that axe finds wrong, nothing wider than the window. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const HEDGED = '他今天也許會到這裡。';
const PLAIN = '他今天一早就到這裡了！';

const upload = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

const open = (page: Page, view: string): Promise<void> =>
  page.locator(`a[href="#${view}"]`).click();

/** What is wrong with the page as it is. */
async function wrong(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(overhang > 0 ? [`${overhang} pixels too wide`] : []),
  ];
}

const LANGUAGES = ['English', '繁體中文（臺灣）', '繁體（香港）', '简体中文'];

for (const [row, theme] of (['light', 'dark'] as const).entries()) {
  for (const [column, language] of LANGUAGES.entries()) {
    // A narrow and a wide window for each theme and language in turn.
    const width = (row + column) % 2 === 0 ? 390 : 1440;
    test(`${theme}, ${language}, ${width} pixels`, async ({ cifeng, page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme: theme });
      await cifeng.open();
      await page.getByRole('radio', { name: language }).check();
      for (const view of ['texts', 'compare', 'lexicons', 'read']) {
        await open(page, view);
        await expect(page.locator('main > :visible').first()).toBeVisible();
        expect(await wrong(page), `${view}, without a text`).toEqual([]);
      }

      await open(page, 'texts');
      await page
        .locator('input[data-add=files]')
        .setInputFiles([
          upload('a.txt', HEDGED.repeat(60)),
          upload('b.txt', PLAIN.repeat(60)),
          upload('c.gif', 'x'),
        ]);
      await expect(page.locator('[data-import=done]')).toBeVisible();
      await page.locator('.skipped summary').click();
      await cifeng.saved(page.locator('.texts-view button', { hasText: /reports|報告|报告/ }));
      await expect(page.locator('[data-reporting=done] p')).toBeVisible();
      expect(await wrong(page), 'texts').toEqual([]);

      await open(page, 'compare');
      await page.locator('.side select').first().selectOption({ label: 'a.txt' });
      await page.locator('.side select').last().selectOption({ label: 'b.txt' });
      await expect(page.locator('[data-comparing=done]')).toBeAttached();
      for (const summary of await page.locator('.compare-view summary').all()) {
        await summary.click();
      }
      expect(await wrong(page), 'compare').toEqual([]);

      await open(page, 'lexicons');
      await page.locator('.lexicons-view .buttons button').first().click();
      await page
        .locator('.lexicons-view textarea')
        .fill('entry\tfamily\tsubtype\n大概\thedge\tmodal\nx\ty\tz\n');
      await expect(page.locator('.problems li')).toHaveCount(1);
      expect(await wrong(page), 'a lexicon that is written').toEqual([]);
      await page.locator('.lexicon-editor [type=submit]').click();
      await expect(page.locator('[data-lexicon]')).toBeVisible();
      expect(await wrong(page), 'lexicons').toEqual([]);
    });
  }
}

test('the report that is taken away has nothing wrong, in both themes', async ({
  cifeng,
  page,
  context,
}) => {
  await cifeng.open();
  await cifeng.openSample('mixed');
  const report = await cifeng.saved(page.getByRole('button', { name: 'Download report' }));
  const folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
  try {
    const file = join(folder, 'report.html');
    await writeFile(file, report);
    const other = await context.newPage();
    await other.goto(pathToFileURL(file).href);
    for (const summary of await other.locator('summary').all()) await summary.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await other.emulateMedia({ colorScheme });
      for (const width of [390, 1440]) {
        await other.setViewportSize({ width, height: 844 });
        expect(await wrong(other), `${colorScheme}, ${width}`).toEqual([]);
      }
    }
    // The charts say what the tables beside them say.
    const families = await other.locator('.families tbody tr').count();
    await expect(other.locator('.chart circle')).toHaveCount(families);
    await expect(other.locator('.chart svg')).toHaveCount(2);
    const box = await other.locator('.chart svg').first().boundingBox();
    expect(box?.height).toBeGreaterThan(100);
    const cells = await other.locator('.places td').allTextContents();
    const rows = await other.locator('.findings tbody tr').count();
    expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(rows);
  } finally {
    await rm(folder, { recursive: true });
  }
});

for (const file of ['methods.html', 'check.html']) {
  test(`${file} has nothing wrong in the dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(file);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await wrong(page)).toEqual([]);
  });
}
