import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const TEXT = '=她也許<b>會</b>來。\n千真萬確，絕對不可能！\u202e"引號", 可能。';
const SHA256 = createHash('sha256').update(TEXT).digest('hex');

/** What a button gives to download, in a folder that goes with the test. */
async function downloaded(page: Page, button: string, folder: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  return file;
}

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Rows of CSV with quotes as RFC 4180 has them. */
function rowsOf(csv: string): string[][] {
  const cells = [...csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r?\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

test('JSON and CSV say what the page says, with versions and a hash of the text', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  const json = JSON.parse(
    await readFile(await downloaded(page, 'Download JSON', folder), 'utf8'),
  ) as {
    document: { sha256: string };
    analyzer: { version: string; lexicon: string };
    findings: { start: number; end: number; text: string; why: string; family: string }[];
  };
  expect(json.document.sha256).toBe(SHA256);
  for (const { start, end, text } of json.findings) expect(TEXT.slice(start, end)).toBe(text);

  const csv = await readFile(await downloaded(page, 'Download CSV', folder), 'utf8');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const [header = [], ...rows] = rowsOf(csv.slice(1));
  const column = (row: string[], name: string): string => row[header.indexOf(name)] ?? '';
  expect(rows).toHaveLength(json.findings.length);
  rows.forEach((row, i) => {
    expect(row, 'a row for each finding, every cell in its column').toHaveLength(header.length);
    expect(column(row, 'text')).toBe(json.findings[i]?.text);
    expect(column(row, 'why')).toBe(json.findings[i]?.why);
    expect(column(row, 'sha256')).toBe(SHA256);
    expect(column(row, 'lexicon')).toBe(json.analyzer.lexicon);
    for (const cell of row) expect(cell, 'no cell is a formula').not.toMatch(/^[=+\-@\t\r]/);
  });
  expect(column(rows[0] ?? [], 'before')).toBe("'=她");
});

test('the report is a page that needs nothing and runs nothing', async ({
  cifeng,
  page,
  context,
}) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  const counts = new Map<string, string>();
  for (const family of ['hedge', 'booster', 'proverb', 'exclamation', 'nickname']) {
    counts.set(family, (await cifeng.count(family).textContent()) ?? '');
  }
  const file = await downloaded(page, 'Download report', folder);
  const source = await readFile(file, 'utf8');
  expect(source).not.toMatch(/<script|https?:\/\/|<link|<img|\son\w+=/i);

  const other = await context.newPage();
  const requests: string[] = [];
  other.on('request', (request) => requests.push(request.url()));
  await other.goto(pathToFileURL(file).href);
  expect(requests).toEqual([pathToFileURL(file).href]);
  await expect(other.locator('.text')).toHaveText(TEXT, { useInnerText: false });
  for (const [family, count] of counts) {
    await expect(other.locator(`.families td[data-family=${family}]`)).toHaveText(count);
    expect(await other.locator(`mark[data-family=${family}]:not([data-continued])`).count()).toBe(
      Number(count),
    );
  }
  await expect(other.locator('.colophon')).toContainText(SHA256);
  await other.close();
});

test('text is copied with its marks, and plain for programs without', async ({
  cifeng,
  page,
  context,
}) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  await page.getByRole('button', { name: 'Copy with marks' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  // Pasted as into another program.
  const other = await context.newPage();
  await other.setContent('<div contenteditable id="there"></div>');
  await other.evaluate(() => {
    addEventListener('paste', (event) => {
      const given = ['text/html', 'text/plain'].map((type) => event.clipboardData?.getData(type));
      document.body.dataset.pasted = JSON.stringify(given);
    });
  });
  await other.locator('#there').click();
  await other.keyboard.press('ControlOrMeta+V');
  const pasted = other.locator('[data-pasted]');
  await expect(pasted).toHaveCount(1);
  const [html = '', plain] = JSON.parse(
    (await pasted.getAttribute('data-pasted')) ?? '[]',
  ) as string[];
  expect(plain).toBe(TEXT);
  expect(html).toContain('&lt;b&gt;');
  const styles = await other.evaluate((given) => {
    const parsed = new DOMParser().parseFromString(given, 'text/html');
    return [...parsed.querySelectorAll('span')].map((span) => [
      span.textContent,
      span.style.textDecorationStyle,
    ]);
  }, html);
  expect(styles).toContainEqual(['也許', expect.stringMatching(/dashed|dotted|double|wavy/)]);
});

test('what is printed is the whole text with marks, numbers and legend', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  const long = Array.from({ length: 120 }, (_, i) => `第${i}段：她也許會來，千真萬確！`).join('\n');
  await cifeng.analyse(long);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const printed = page.locator('.print-view');
  await expect(printed).toBeVisible();
  await expect(page.locator('#app')).toBeHidden();
  await expect(printed.locator('.printed-text p')).toHaveCount(120);
  await expect(printed.locator('.printed-text [data-family=hedge]')).toHaveCount(120);
  await expect(printed.locator('tbody tr')).toHaveCount(5);
  const styles = await printed
    .locator('tbody .printed-mark')
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).textDecorationStyle));
  expect(new Set(styles).size, 'families differ by their lines, too').toBe(styles.length);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('#app')).toBeVisible();
  await expect(printed.locator('p')).toHaveCount(0);

  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ path: 'output/print.pdf', format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages, 'the whole text, not what is in sight').toBeGreaterThan(3);
});

test.describe('while the reasons are on their way', () => {
  test.use({ serviceWorkers: 'block', expectedComplaints: /service.?worker/i });

  test('what is taken away waits for them', async ({ cifeng, page }) => {
    let arrive: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      void page.route('**/explanations-*.bin', (route) => {
        arrive = () => void route.continue();
        resolve();
      });
    });
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await asked;
    const saving = cifeng.saved(page.getByRole('button', { name: 'Download CSV' }));
    await page.waitForTimeout(300);
    arrive();
    expect((await saving).toString('utf8')).toContain('‘也許’');
  });
});
