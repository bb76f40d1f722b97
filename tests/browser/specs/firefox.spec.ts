import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import { analyzeByCommand } from '../support/command-line';
import { FirefoxPage, startFirefox } from '../support/firefox';
import { StaticServer } from '../support/static-server';

const TEXT = '她也許會來，千真萬確！絕對不可能磨嘴皮。';
const SINGLE = fileURLToPath(new URL('../../../www/dist-single/cifeng.html', import.meta.url));

/** One walk through the page in the other browser: what Chromium's tests look at closely. */
test.describe('Firefox', () => {
  let downloads: string;
  let browser: Browser;

  test.beforeEach(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'cifeng-'));
    browser = await startFirefox(downloads);
  });
  test.afterEach(async () => {
    await browser.close();
    await rm(downloads, { recursive: true });
  });

  /** What was downloaded under a name, once it is whole: at first an empty file holds its place. */
  const downloaded = async (name: string): Promise<string> => {
    const file = join(downloads, name);
    await expect
      .poll(() => existsSync(file) && !existsSync(`${file}.part`) && statSync(file).size > 0, {
        timeout: 20_000,
      })
      .toBe(true);
    return readFile(file, 'utf8');
  };
  const expectedCounts = async (options: readonly string[] = []): Promise<object> => {
    const { summary } = await analyzeByCommand(TEXT, [...options]);
    return Object.fromEntries(
      Object.entries(summary.families).map(([family, { count }]) => [family, count]),
    );
  };

  test('analyses, keeps the text, takes a lexicon, exports, and works offline', async () => {
    test.setTimeout(180_000);
    const server = new StaticServer();
    const address = await server.start();
    const firefox = new FirefoxPage(await browser.newPage());
    const { page } = firefox;
    await firefox.open(address);
    await firefox.analyse(TEXT);
    expect(await firefox.counts()).toEqual(await expectedCounts());
    await page.waitForFunction(
      () => document.body.textContent.includes('Ready to be used offline'),
      {
        timeout: 60_000,
      },
    );

    await firefox.follow('My lexicon');
    await firefox.press('New lexicon');
    await page.locator('textarea').fill('entry\tfamily\tsubtype\n磨嘴皮\thedge\tmodal\n');
    await page.waitForSelector('[data-preview-entries="1"][data-preview-errors="0"]');
    await firefox.press('Save');
    await page.waitForFunction(() =>
      document.querySelector('[data-lexicon]')?.textContent.includes('found 1 time'),
    );
    await firefox.follow('Read');
    await firefox.press('Download JSON');
    const name = `${TEXT}.json`.replace(/[<>:"/\\|?*]+/g, ' ');
    const report = JSON.parse(await downloaded(name)) as { findings: { rule: string }[] };
    expect(report.findings.filter(({ rule }) => rule === 'user/My words')).toHaveLength(1);
    await firefox.press('Download report');
    expect(await downloaded(name.replace(/json$/, 'html'))).toContain('data-family="hedge"');

    await server.stop();
    await page.reload();
    await firefox.untilReady();
    await page.waitForFunction(
      (text) => document.querySelector('.cm-content')?.textContent === text,
      {},
      TEXT,
    );
    await page.waitForSelector('[data-outcome=done]');
    expect(await firefox.counts()).toMatchObject({ hedge: 2 });
    expect(firefox.complaints).toEqual([]);
  });

  test('runs the single file from disk', async () => {
    const firefox = new FirefoxPage(await browser.newPage());
    await firefox.open(pathToFileURL(SINGLE).href);
    await firefox.analyse(TEXT);
    expect(await firefox.counts()).toEqual(await expectedCounts());
    await firefox.follow('My lexicon');
    await firefox.page.waitForSelector('#lexicons-heading');
    expect(firefox.complaints).toEqual([]);
  });
});
