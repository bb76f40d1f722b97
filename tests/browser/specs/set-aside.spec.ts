import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { CifengPage } from '../support/cifeng-page';
import { analyzeByCommand } from '../support/command-line';
import { expect, test } from '../support/fixtures';

const notHere = (page: Page): Locator => page.getByRole('button', { name: 'Not here' });
const never = (page: Page): Locator => page.getByRole('button', { name: 'Never this entry' });
const summary = (page: Page): Locator => page.locator('[data-set-aside]');

/** Opens the card of a marker and presses one of its buttons. */
async function say(marker: Locator, button: Locator): Promise<void> {
  await marker.click();
  await button.first().click();
}

const hedges = (cifeng: CifengPage): Locator =>
  cifeng.page.locator('.cm-content [data-family=hedge]');

test('what is set aside leaves the text, every number, the chart, the list and the exports', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('記者：也許嗎？\n李工：也許，大概！\n他也許走了。');
  await expect(cifeng.count('hedge')).toHaveText('4');
  await say(hedges(cifeng).nth(1), notHere(page));

  await expect(summary(page)).toHaveText('1 set aside');
  await expect(hedges(cifeng)).toHaveText(['也許', '大概', '也許']);
  await expect(cifeng.count('hedge')).toHaveText('3');
  await expect(cifeng.rows).toHaveCount(4);
  await expect(page.locator('[data-note=set-aside]')).toHaveText(
    '1 finding was set aside by the reader and counted nowhere.',
  );
  const engineer = page.getByRole('row').filter({ hasText: '李工' }).getByRole('cell');
  await expect(engineer.nth(4)).toContainText('1 ');
  await cifeng.showAlong('Counts');
  await page.getByText('As a table').click();
  await expect(page.locator('.along-table [data-family=hedge]')).toHaveText(['1', '1', '1']);

  const report = JSON.parse(await cifeng.downloadedReport()) as {
    findings: { text: string }[];
    set_aside: { text: string; start: number }[];
    summary: { families: { hedge: { count: number } } };
  };
  expect(report.findings).toHaveLength(4);
  expect(report.set_aside).toMatchObject([{ text: '也許', start: 11 }]);
  expect(report.summary.families.hedge.count).toBe(3);
});

test('it stays aside while the text is edited on every side, and across a reload', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。\n他也許會來。\n他也許會來。');
  await say(hedges(cifeng).nth(1), notHere(page));
  await expect(hedges(cifeng)).toHaveCount(2);

  const middle = page.locator('.cm-line').nth(1);
  const type = async (key: string, text: string): Promise<void> => {
    await page.keyboard.press(key);
    await page.keyboard.insertText(text);
    await cifeng.untilAnalysed();
  };
  await middle.click();
  await type('Home', '聽說啊，');
  await type('End', '真的。');
  await page.keyboard.press('ControlOrMeta+Home');
  await type('ControlOrMeta+Home', '新的第一行。\n');
  // The lines around it say the same: its own words have to tell it from them.
  await expect(page.locator('.cm-line')).toHaveText([
    '新的第一行。',
    '他也許會來。',
    '聽說啊，他也許會來。真的。',
    '他也許會來。',
  ]);
  const marked = page.locator('.cm-line').filter({ has: page.locator('[data-family=hedge]') });
  const expected = ['他也許會來。', '聽說啊，他也許會來。真的。', '他也許會來。'];
  await expect(summary(page)).toHaveText('1 set aside');
  const inThird = page.locator('.cm-line').nth(2).locator('[data-family=hedge]');
  await expect(inThird).toHaveText(['聽說']);
  await expect(marked).toHaveText(expected);

  await page.waitForTimeout(700);
  await page.reload();
  await cifeng.untilAnalysed();
  await expect(summary(page)).toHaveText('1 set aside');
  await expect(inThird).toHaveText(['聽說']);
});

test('it comes back with its words, after they were cut and put in again', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。\n今天下雨。');
  await say(hedges(cifeng).first(), notHere(page));
  await expect(summary(page)).toHaveText('1 set aside');
  await cifeng.text.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await cifeng.untilAnalysed();
  await expect(summary(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(summary(page)).toHaveText('1 set aside');
  await expect(hedges(cifeng)).toHaveCount(0);
});

test('it can be undone at once, and put back from the list later', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來，大概不去。');
  await say(hedges(cifeng).first(), notHere(page));
  await expect(hedges(cifeng)).toHaveText(['大概']);
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await expect(hedges(cifeng)).toHaveText(['也許', '大概']);
  await expect(summary(page)).toHaveCount(0);

  await say(hedges(cifeng).first(), notHere(page));
  await expect(hedges(cifeng)).toHaveText(['大概']);
  await say(hedges(cifeng).first(), notHere(page));
  await expect(summary(page)).toHaveText('2 set aside');
  await summary(page).click();
  await page.getByRole('button', { name: 'Put “也許” back' }).click();
  await expect(hedges(cifeng)).toHaveText(['也許']);
  await page.getByRole('button', { name: 'Put all back' }).click();
  await expect(hedges(cifeng)).toHaveText(['也許', '大概']);
  await expect(summary(page)).toHaveCount(0);
});

test('an entry is set aside in every text and in both scripts, until it is put back', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。她也许会去，大概不去。');
  await say(hedges(cifeng).first(), never(page));
  await expect(hedges(cifeng)).toHaveText(['大概']);
  await expect(summary(page)).toHaveText('2 set aside');

  await page.getByRole('button', { name: 'New text' }).click();
  await cifeng.analyse('也許，可能。');
  await expect(hedges(cifeng)).toHaveText(['可能']);
  await page.reload();
  await cifeng.untilAnalysed();
  await expect(hedges(cifeng)).toHaveText(['可能']);
  await summary(page).click();
  await page.getByRole('button', { name: 'Put “也許” back' }).click();
  await expect(hedges(cifeng)).toHaveText(['也許', '可能']);
});

test('the command line counts the same when it is told the same', async ({
  cifeng,
  page,
}, info) => {
  await cifeng.open();
  const text = '他也許會來。\n他也許會來，大概不去。';
  await cifeng.analyse(text);
  await say(hedges(cifeng).nth(1), notHere(page));
  await expect(summary(page)).toHaveText('1 set aside');
  const shown = JSON.parse(await cifeng.downloadedReport()) as { document: object };
  const file = info.outputPath('exceptions.json');
  const place = { before: '他', after: '會來，大概不去。', nth: 0 };
  await writeFile(file, JSON.stringify([{ family: 'hedge', text: '也許', place }]));
  expect(await readFile(file, 'utf8')).toContain('大概不去');
  const expected = await analyzeByCommand(text, ['--exceptions', file]);
  expect({ ...shown, document: { ...shown.document, id: expected.document.id } }).toEqual(expected);
});

test('by keyboard alone, from the text and from the list', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來，當然，大概不去。');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await expect(cifeng.card).toContainText('也許');
  await page.keyboard.press('Tab');
  await expect(notHere(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cifeng.card).toHaveCount(0);
  await expect(cifeng.text).toBeFocused();
  await page.keyboard.press('F8');
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(summary(page)).toHaveText('1 set aside');
  await expect(cifeng.text).toBeFocused();

  await page.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    '當然',
  );
  await page.keyboard.press('Delete');
  await expect(summary(page)).toHaveText('2 set aside');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    '大概',
  );
  await expect(page.getByRole('listbox')).toBeFocused();
});

test('another tab with the same text follows', async ({ cifeng, page, context }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來，大概不去。');
  await page.waitForTimeout(700);
  const other = await context.newPage();
  await other.goto('./');
  await expect(other.locator('.cm-content [data-family=hedge]')).toHaveText(['也許', '大概']);
  await page.bringToFront();
  await say(hedges(cifeng).first(), never(page));
  await expect(other.locator('.cm-content [data-family=hedge]')).toHaveText(['大概']);
});
