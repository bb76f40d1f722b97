import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { CifengPage } from '../support/cifeng-page';
import { analyzeByCommand } from '../support/command-line';
import { expect, test } from '../support/fixtures';

const BUILT = fileURLToPath(new URL('../../../www/dist-single/cifeng.html', import.meta.url));
const TEXT = '他也許會來。\n千真萬確，絕對不可能！';

/** Opens a file as a double click does, and analyses a text in it. */
async function analyseIn(page: Page, file: string): Promise<void> {
  const cifeng = new CifengPage(page);
  await page.goto(pathToFileURL(file).href);
  await cifeng.untilReady();
  await cifeng.analyse(TEXT);
  const { summary } = await analyzeByCommand(TEXT);
  for (const [family, { count }] of Object.entries(summary.families)) {
    await expect(cifeng.count(family)).toHaveText(String(count));
  }
}

test('the single file works from disk, with everything inside', async ({ cifeng, page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) requested.push(request.url());
  });
  await analyseIn(page, BUILT);
  // Meanings, charts and the other views are inside, too.
  await page.getByRole('option', { name: /千真萬確, Set/ }).click();
  await expect(page.locator('.explanation[data-tint=proverb]')).toContainText('true');
  await expect(page.locator('.panels svg').first()).toBeVisible();
  await page.getByRole('link', { name: 'My lexicon' }).click();
  await expect(page.getByRole('heading', { name: 'My lexicon' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sources of the data' }).click();
  const licenses = await readFile(await (await download).path(), 'utf8');
  expect(licenses).toContain('CC-CEDICT');
  expect(requested).toEqual([pathToFileURL(BUILT).href]);
  await expect(cifeng.page.getByText('The whole tool as one file')).toHaveCount(0);
});

test('the single file keeps text and settings, and lets nothing else run', async ({ page }) => {
  await analyseIn(page, BUILT);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.waitForTimeout(1000);
  await page.reload();
  const cifeng = new CifengPage(page);
  await cifeng.untilAnalysed();
  expect(await cifeng.wholeText()).toBe(TEXT);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'self'|https?:|file:|\*|connect-src/);
});

test.describe('what the single file forbids', () => {
  test.use({ expectedComplaints: /Content Security Policy|Refused to|violates|TrustedScript/i });

  test('does not happen', async ({ page }) => {
    await page.goto(pathToFileURL(BUILT).href);
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      const set = (): string => {
        try {
          script.textContent = 'document.documentElement.dataset.ran = "yes"';
          document.body.append(script);
          return document.documentElement.dataset.ran ?? 'no';
        } catch {
          return 'refused';
        }
      };
      const ran = set();
      const fetched = await fetch(location.href).then(
        () => 'fetched',
        () => 'blocked',
      );
      return { ran, fetched };
    });
    expect(['no', 'refused']).toContain(outcome.ran);
    expect(outcome.fetched).toBe('blocked');
  });
});

test('the page gives the whole tool as one file, without a network', async ({
  cifeng,
  page,
  context,
}) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  await cifeng.untilOffline();
  await context.setOffline(true);
  const folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
  try {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'The whole tool as one file' }).click();
    const file = join(folder, (await download).suggestedFilename());
    await (await download).saveAs(file);
    expect(file.endsWith('cifeng.html')).toBe(true);
    const other = await context.newPage();
    await analyseIn(other, file);
    await other.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
