import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const TALK =
  '記者：也許嗎？\n李工：絕對，大概！\n記者：可能去。\n' +
  '今天下雨，他們都在家裡看書。\n'.repeat(60) +
  '哎呀，也許！';

const save = (page: Page, title: string, kind: string): Locator =>
  page.getByRole('button', { name: `Save “${title}” as ${kind}` });

test('the strip has a line for every finding, and its table the same numbers', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse(TALK);
  const found = JSON.parse(await cifeng.downloadedReport()) as { findings: unknown[] };
  await expect(page.locator('.chart-ticks line')).toHaveCount(found.findings.length);
  await page.getByText('As a table').click();
  const cells = await page.locator('.along-table [data-family=hedge]').allTextContents();
  expect(cells).toHaveLength(10);
  const total = cells.reduce((sum, cell) => sum + Number(cell), 0);
  await expect(cifeng.count('hedge')).toHaveText(String(total));
});

test('a place on the strip leads to the text, and the text shows on the strip', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse(TALK);
  const strip = page.locator('.chart-leading');
  const sight = page.locator('.sight');
  const begin = (await sight.boundingBox())?.x ?? 0;
  const box = await strip.boundingBox();
  if (!box) throw new Error('the strip is not shown');
  await strip.click({ position: { x: box.width - 30, y: 40 } });
  await expect(page.locator('.cm-line', { hasText: '哎呀，也許！' })).toBeInViewport();
  await expect(async () => {
    expect((await sight.boundingBox())?.x).toBeGreaterThan(begin + 50);
  }).toPass();
});

test('rates by paragraph are counts per thousand of the paragraph’s own Han characters', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。\n今天下雨。\n大概可能不去了。');
  await cifeng.showAlong('Rates');
  await expect(page.locator('.chart-bars rect')).toHaveCount(2);
  await page.getByText('As a table').click();
  await expect(page.locator('.along-table [data-family=hedge]')).toHaveText([
    '200.00',
    '0.00',
    '285.71',
  ]);
});

test.describe('every chart as a file', () => {
  test.use({ colorScheme: 'dark', locale: 'zh-TW' });

  test('stands alone: title, legend, light ground, nothing left to the page', async ({
    cifeng,
    page,
    context,
  }) => {
    await cifeng.open();
    await cifeng.analyse(TALK);
    for (const summary of await page.getByText('以圖表顯示').all()) await summary.click();
    const saving = page.getByRole('button', { name: /^將「.*」存為 SVG$/ });
    await expect(saving).toHaveCount(3);
    const legend = await page.locator('.legend-name').allTextContents();
    for (let i = 0; i < 3; i++) {
      const svg = (await cifeng.saved(saving.nth(i))).toString('utf8');
      expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns=/);
      expect(svg).not.toMatch(/var\(|light-dark|class=|style=|<style|https?:(?!\/\/www\.w3\.org)/);
      for (const name of legend) expect(svg).toContain(name);
      expect(svg).toMatch(/<rect fill="rgb\(255, 255, 255\)"/);

      const alone = await context.newPage();
      await alone.setContent(svg.replace(/^<\?xml.*\n/, ''));
      const picture = alone.locator('svg').first();
      const bounds = await picture.boundingBox();
      expect(bounds?.width).toBe(848);
      const beyond = await picture.evaluate((root) => {
        const own = root.getBoundingClientRect();
        return [...root.querySelectorAll('text, rect, line, circle, path')]
          .map((element) => ({ tag: element.outerHTML, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width + box.height > 0)
          .filter(({ box }) => box.right > own.right + 1 || box.left < own.left - 1)
          .map(({ tag }) => tag);
      });
      expect(beyond, 'nothing is cut off').toEqual([]);
      await alone.close();
    }
    for (const button of await page.getByRole('button', { name: /存為 PNG$/ }).all()) {
      const png = await cifeng.saved(button);
      expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect(png.readUInt32BE(16), 'two pixels for one').toBe(1696);
      expect(png.length).toBeGreaterThan(10_000);
    }
  });
});

test('a number leads to the list and the text, and a finding back to its numbers', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse(TALK);
  await cifeng.count('hedge').getByRole('button').click();
  await expect(page.getByText(/^4 of \d+ findings$/)).toBeVisible();
  await expect(page.locator('.marker-selected')).toHaveText('也許');
  await expect(page.locator('.counts tr.current')).toContainText('Hedges');
  await expect(page.locator('.voices tr.current')).toContainText('記者');

  const engineer = page.getByRole('row').filter({ hasText: '李工' });
  await engineer.getByRole('button').last().click();
  await expect(cifeng.rows).toHaveCount(1);
  await expect(page.locator('.marker-selected')).toHaveText('絕對');
  await expect(page.getByRole('combobox', { name: 'Voice' })).toHaveValue('2');

  await page.getByRole('button', { name: 'Show all' }).click();
  await cifeng.showAlong('Counts');
  await page.getByText('As a table').click();
  await page.getByRole('button', { name: 'Paragraphs 1 to 2' }).click();
  await expect(page.getByText(/^\d of \d+ findings$/)).toBeVisible();
  await expect(page.locator('.chip')).toHaveText(/Paragraph/);
  for (const place of await page.locator('.finding-place').allTextContents()) {
    expect(Number(place)).toBeLessThan(3);
  }
});

test('a chart is the same file whichever theme the page has', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse(TALK);
  const light = (await cifeng.saved(save(page, 'Along the text', 'SVG'))).toString('utf8');
  await page.getByRole('radio', { name: 'Dark' }).check();
  const dark = (await cifeng.saved(save(page, 'Along the text', 'SVG'))).toString('utf8');
  expect(dark).toBe(light);
});
