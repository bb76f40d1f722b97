import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/fixtures';

interface Figures {
  lexicon: string;
  sets: { name: string; rows: { family: string; gold: number; hits: number; f1: number }[] }[];
}

const figures = JSON.parse(
  readFileSync(new URL('../../../docs/methods.json', import.meta.url), 'utf8'),
) as Figures;

const HEADINGS = {
  'methods.html': [
    'Methods: what the numbers mean',
    '方法：數字是什麼意思',
    '方法：数字是什么意思',
  ],
  'check.html': ['How to check this yourself', '怎樣自己查證', '怎样自己查证'],
} as const;
const LANGUAGES = ['English', '繁體中文', '简体中文'] as const;

for (const [file, headings] of Object.entries(HEADINGS)) {
  test(`${file} is there in every language, and nothing is wrong with it`, async ({ page }) => {
    await page.goto(file);
    for (const [index, language] of LANGUAGES.entries()) {
      await page.getByRole('radio', { name: language }).check();
      const heading = headings[index] ?? '';
      await expect(page.getByRole('heading', { level: 1 })).toHaveText([heading]);
      await expect(page).toHaveTitle(`${heading} · Cifeng 辭鋒`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
    await page.getByRole('radio', { name: '繁體（香港）' }).check();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText([headings[1]]);
    await expect(page).toHaveTitle(`${headings[1]} · Cifeng 辭鋒`);
    await page.setViewportSize({ width: 360, height: 740 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('the methods page shows the figures that were measured', async ({ page }) => {
  await page.goto('methods.html');
  await expect(page.locator('article[lang=en]')).toContainText(figures.lexicon);
  const tables = page.locator('article[lang=en] table').filter({ hasText: 'precision' });
  await expect(tables).toHaveCount(figures.sets.length);
  for (const [index, { rows }] of figures.sets.entries()) {
    const last = tables.nth(index).locator('tbody tr').last();
    const all = rows.find(({ family }) => family === 'ALL');
    await expect(last.locator('td').nth(1)).toHaveText(String(all?.gold));
    await expect(last.locator('td').nth(3)).toHaveText(String(all?.hits));
    await expect(last.locator('td').last()).toContainText(all?.f1.toFixed(3) ?? 'none');
  }
});

test('the documents open from the page, without a network too', async ({
  cifeng,
  page,
  context,
}) => {
  await cifeng.open();
  await cifeng.untilOffline();
  await context.setOffline(true);
  for (const [english] of Object.values(HEADINGS)) {
    await page.getByRole('link', { name: english }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText([english]);
    await page.getByRole('link', { name: 'Back to the page' }).click();
    await cifeng.untilReady();
  }
});

test('the licences of everything inside are there to read', async ({ page, request }) => {
  await page.goto('./');
  for (const name of ['Sources of the data', 'Software used', 'Rust crates used']) {
    const link = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const text = await (await request.get(link ?? '')).text();
    expect(text, name).toMatch(/MIT/);
    expect(text.length, name).toBeGreaterThan(1000);
  }
});
