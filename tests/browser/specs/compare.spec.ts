import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { badInput, FORMULAS } from '../support/bad-input';
import { zip } from '../support/archive';
import type { CifengPage } from '../support/cifeng-page';
import { compareByCommand } from '../support/command-line';
import { expect, test } from '../support/fixtures';

// Nine Han characters with one hedge; ten without any marker.
const HEDGED = '他今天也許會到這裡。';
const PLAIN = '他今天一早就到這裡了。';

const filled = (hedges: number): string => HEDGED.repeat(hedges) + '山'.repeat(1000 - 9 * hedges);

async function library(cifeng: CifengPage, texts: Record<string, string>): Promise<void> {
  const { page } = cifeng;
  await cifeng.open();
  await page.getByRole('navigation').getByRole('link', { name: 'Texts' }).click();
  const files = Object.entries(texts).map(([path, content]) => ({ path, content }));
  const buffer = zip(files);
  await page
    .locator('input[data-add=files]')
    .setInputFiles({ name: 'set.zip', mimeType: 'application/zip', buffer });
  await expect(page.locator('[data-import=done]')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Compare' }).click();
}

async function choose(page: Page, a: string, b: string): Promise<void> {
  await page.getByLabel('Text or folder A').selectOption({ label: a });
  await page.getByLabel('Text or folder B').selectOption({ label: b });
  await expect(page.locator('[data-comparing=done]')).toBeAttached();
}

const figure = (page: Page, family: string, name: string) =>
  page.locator(`.contrasts tr[data-family=${family}] [data-figure=${name}]`).first();

test('figures equal those computed by hand', async ({ cifeng, page }) => {
  // The computation stands in tests/comparison.rs: 9 and 3 hedges in 1,000 Han characters each.
  await library(cifeng, { 'nine.txt': filled(9), 'three.txt': filled(3) });
  await choose(page, 'set/nine.txt', 'set/three.txt');
  await expect(figure(page, 'hedge', 'count-a')).toHaveText('9');
  await expect(figure(page, 'hedge', 'count-b')).toHaveText('3');
  await expect(figure(page, 'hedge', 'rate-a')).toHaveText('9.00');
  await expect(figure(page, 'hedge', 'difference')).toHaveText('+6.00−1.56 … +14.43');
  await expect(figure(page, 'hedge', 'g2')).toHaveText('3.14');
  await expect(figure(page, 'hedge', 'log-ratio')).toHaveText('+1.58');
  await expect(page.locator('tr[data-family=hedge] .says').first()).toContainText(
    'No difference shown: anything from 1.56 fewer to 14.43 more in A fits these texts.',
  );
  await expect(page.locator('[data-note=few-texts]')).toBeVisible();
});

test(
  'a comparison goes out as CSV, as the command line has it, and as JSON',
  badInput(FORMULAS),
  async ({ cifeng, page }) => {
    const a = `${HEDGED.repeat(60)}=1+1，"太好了！"`;
    const b = PLAIN.repeat(60);
    await library(cifeng, { 'a.txt': a, 'b.txt': b });
    await choose(page, 'set/a.txt', 'set/b.txt');
    // Numbers as numbers: the two write very small ones in different ways.
    const read = (csv: string) =>
      csv
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/\r?\n/)
        .map((line) =>
          line.split(',').map((cell) => (/^-?[\d.e-]+$/.test(cell) ? Number(cell) : cell)),
        );
    const csv = await cifeng.saved(page.getByRole('button', { name: 'Download CSV' }));
    expect(csv.toString('utf8').charAt(0)).toBe('\uFEFF');
    const rows = read(csv.toString('utf8'));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows).toEqual(read(await compareByCommand(a, b)));
    const json = await cifeng.saved(page.getByRole('button', { name: 'Download JSON' }));
    expect(JSON.parse(json.toString('utf8'))).toMatchObject({
      sides: [{ texts: 1 }, { texts: 1 }],
    });
  },
);

test('folders, distinctive entries and conclusions, in every language', async ({
  cifeng,
  page,
}) => {
  const texts = Object.fromEntries(
    [0, 1, 2, 3, 4, 5].flatMap((i) => [
      [`new/${i}.txt`, HEDGED.repeat(20 + i)],
      [`old/${i}.txt`, PLAIN.repeat(20 + i)],
    ]),
  );
  await library(cifeng, texts);
  await choose(page, 'set/new (6)', 'set/old (6)');
  const hedges = page.locator('tr[data-family=hedge]').first();
  await expect(hedges).toHaveAttribute('data-conclusion', 'more-in-a');
  await expect(page.locator('[data-side=A]')).toContainText('6 texts, 1,215 Han characters');
  await expect(page.locator('[data-more=A] tbody th').first()).toContainText('也許');
  await expect(page.locator('[data-more=B]')).toHaveCount(0);
  const says = new Set<string>();
  for (const language of ['繁體中文', '简体中文', 'English']) {
    await page.getByRole('radio', { name: language }).check();
    await expect(page.locator('[data-comparing=done]')).toBeAttached();
    await expect(hedges.locator('.says')).toHaveText(/\d/);
    await expect
      .poll(async () => {
        says.add((await hedges.locator('.says').textContent()) ?? '');
        return says.size;
      })
      .toBeGreaterThanOrEqual(language === '繁體中文' ? 1 : language === '简体中文' ? 2 : 2);
  }
  await expect(hedges.locator('.says')).toContainText('More in A, by ');
});

test('below 500 characters there is a warning, below 200 nothing is drawn', async ({
  cifeng,
  page,
}) => {
  await library(cifeng, {
    'long.txt': PLAIN.repeat(60),
    'short.txt': HEDGED.repeat(40),
    'tiny.txt': HEDGED.repeat(10),
  });
  await choose(page, 'set/short.txt', 'set/long.txt');
  await expect(page.locator('[data-note=short]')).toBeVisible();
  await expect(page.locator('.says').first()).toBeVisible();
  await choose(page, 'set/tiny.txt', 'set/long.txt');
  await expect(page.locator('[data-note=too-short]')).toBeVisible();
  await expect(figure(page, 'hedge', 'count-a')).toHaveText('10');
  await expect(page.locator('.says')).toHaveCount(0);
  await expect(page.locator('[data-figure=p-holm]')).toHaveCount(0);
});

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing wrong with texts and comparisons: ${theme}`, async ({ cifeng, page }) => {
    await library(cifeng, { 'a.txt': HEDGED.repeat(60), 'b.txt': PLAIN.repeat(60), 'c.gif': 'x' });
    await page.getByRole('radio', { name: theme, exact: true }).check();
    await choose(page, 'set/a.txt', 'set/b.txt');
    const found = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    expect(await found(), 'comparison').toEqual([]);
    await page.getByRole('navigation').getByRole('link', { name: 'Texts' }).click();
    await expect(page.locator('.skipped')).toBeVisible();
    expect(await found(), 'texts').toEqual([]);
    await page.getByRole('button', { name: 'Clear everything…' }).click();
    expect(await found(), 'the question').toEqual([]);
  });
}

for (const width of [320, 390, 768, 1440]) {
  test(`nothing is wider than a window of ${width} pixels`, async ({ cifeng, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await library(cifeng, { 'a.txt': HEDGED.repeat(60), 'b.txt': PLAIN.repeat(60) });
    await choose(page, 'set/a.txt', 'set/b.txt');
    const overhang = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    for (const language of ['繁體中文', '简体中文', 'English']) {
      await page.getByRole('radio', { name: language }).check();
      await expect(page.locator('[data-comparing=done]')).toBeAttached();
      expect(await overhang(), `comparison, ${language}`).toBe(0);
    }
    await page.getByRole('navigation').getByRole('link', { name: 'Texts' }).click();
    await expect(page.locator('.texts tbody tr')).toHaveCount(2);
    expect(await overhang(), 'texts').toBe(0);
  });
}
