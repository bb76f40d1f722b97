import type { Page } from '@playwright/test';
import { badInput } from '../support/bad-input';
import { expect, test } from '../support/fixtures';
import { putIntoStore, storedRows, storedTexts } from '../support/storage';

const TEXTS = [
  ['a', '也許\ud800，也\u200b許。\u202e反\u202c大概！', '<img src=x onerror=alert(1)>.txt'],
  ['b', '一二三\0四五六\r\n\ufeff可能。', '__proto__'],
  ['c', `他也許會來，${'說不定'.repeat(3_000)}。`, '=1+1'],
] as const;

const NO_COPIES = [
  ['他也許會來。', 'foreign', 'This file is no copy of texts; nothing was changed.'],
  ['{"cifeng":"library","format":99}\n', 'newer', /newer version of this page/],
  [Buffer.from([0xff, 0xfe]), 'unreadable', 'This file could not be read; nothing was changed.'],
] as const;

const COPIES =
  'copies of the library: hostile texts and names, taken in over changed texts, files that are none';

const library = (page: Page) => page.getByRole('link', { name: 'Texts', exact: true }).click();
const names = (page: Page) => page.locator('.texts tbody th button');
const said = (page: Page, kind: string) => page.locator(`[data-copies=${kind}]`);
const take = (page: Page, buffer: Buffer | string) =>
  page.locator('input[data-copy]').setInputFiles({
    name: 'copy.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(buffer),
  });

test(
  'a copy brings everything back as it was, and the second time changes nothing',
  badInput(COPIES, ...TEXTS.map(([, , name]) => name)),
  async ({ cifeng, page }) => {
    await page.goto('./check.html');
    await putIntoStore(page, 2, {
      entries: TEXTS.map(([id, text, name], i) => [
        id,
        {
          id,
          name,
          beginning: text.slice(0, 40).replace(/\r.*/s, '').replace('\ud800', '\ufffd'),
          folder: i === 0 ? '信/件' : '',
          length: text.length,
          createdAt: i,
          changedAt: i === 2 ? 8.64e15 : i,
          deletedAt: null,
          revision: i + 1,
        },
      ]),
      texts: TEXTS.map(([id, text]) => [id, text]),
    });
    await cifeng.open();
    await page.getByRole('link', { name: 'My lexicon' }).click();
    await page.locator('[data-import]').setInputFiles({
      name: '詞.tsv',
      mimeType: 'text/plain',
      buffer: Buffer.from('entry\tfamily\tsubtype\tnote\n會來\thedge\tmodal\t<b>\n'),
    });
    await expect(page.locator('[data-lexicon="詞"]')).toContainText('1 entry');
    await library(page);
    await names(page).filter({ hasText: '=1+1' }).click();
    await cifeng.untilAnalysed();
    await page.locator('.cm-content [data-family=hedge]').first().click();
    await page.getByRole('button', { name: 'Not here' }).first().click();
    await expect(page.locator('[data-set-aside]')).toHaveText('1 set aside');
    await cifeng.untilAnalysed();
    await library(page);
    const hedges = page.locator('.texts tbody tr').filter({ hasText: '=1+1' });
    await expect(hedges.locator('td[data-family=hedge]')).not.toHaveText('0.00');

    const copy = await cifeng.saved(page.getByRole('button', { name: 'Save a copy' }));
    const before = await storedRows(page);
    expect(before.texts).toEqual(Object.fromEntries(TEXTS));
    expect(Object.keys(before.kept ?? {})).toEqual(['lexicons', 'text/c/exceptions']);

    await page.getByRole('button', { name: 'Clear everything…' }).click();
    await page.getByRole('button', { name: 'Clear everything', exact: true }).click();
    await expect(
      page.getByText('Everything that was kept in this browser is deleted.'),
    ).toBeVisible();
    await cifeng.untilReady();
    await library(page);
    await expect(names(page)).toHaveCount(0);
    await take(page, copy);
    await expect(said(page, 'taken')).toHaveText('3 texts were added. 1 lexicon was added.');
    expect(await storedRows(page)).toEqual(before);

    await take(page, copy);
    await expect(said(page, 'taken')).toHaveText('0 texts were added. 3 were here already.');
    expect(await storedRows(page)).toEqual(before);
    await expect(page.locator('.texts-view img')).toHaveCount(0);

    await names(page).filter({ hasText: '=1+1' }).click();
    await cifeng.untilAnalysed();
    await expect(page.locator('[data-set-aside]')).toHaveText('1 set aside');
    await expect(cifeng.markers.first()).toHaveText('會來');
  },
);

test(
  'a copy leaves a text that has changed, and puts its own beside it',
  badInput(COPIES),
  async ({ cifeng, page }) => {
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await library(page);
    await expect.poll(() => storedTexts(page)).toEqual(['他也許會來。']);
    const copy = await cifeng.saved(page.getByRole('button', { name: 'Save a copy' }));
    await page.getByRole('link', { name: 'Read', exact: true }).click();
    await cifeng.analyse('他也許會來。大概不會。');
    await library(page);
    for (const expected of ['1 text was added.', '0 texts were added. 1 was here already.']) {
      await take(page, copy);
      await expect(said(page, 'taken')).toHaveText(expected);
      await expect
        .poll(async () => (await storedTexts(page)).sort())
        .toEqual(['他也許會來。', '他也許會來。大概不會。']);
    }
    await expect(names(page)).toHaveCount(2);
  },
);

test(
  'a file that is no copy, or one of a newer version, changes nothing and is named',
  badInput(COPIES, ...NO_COPIES.map(([, kind]) => kind)),
  async ({ cifeng, page }) => {
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await library(page);
    for (const [content, kind, words] of NO_COPIES) {
      await take(page, content);
      await expect(said(page, kind)).toHaveText(words);
      await expect(names(page)).toHaveText(['他也許會來。']);
    }
  },
);
