import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { badInput, MARKUP } from '../support/bad-input';
import { CifengPage } from '../support/cifeng-page';
import { analyzeByCommand } from '../support/command-line';
import { expect, test } from '../support/fixtures';

const HEADER = 'entry\tfamily\tsubtype\tnote\tmodel\n';
const TEXT = '她又在磨嘴皮，他們換車道超車。磨嘴皮!';

const LEXICONS = 'lexicons that are not UTF-8, too large, wrong or with 100,000 lines';

/** Tables, and what is said of them. */
const WRONG = [
  ['', 'The table is empty'],
  ['磨嘴皮,hedge,modal\n', 'is one column'],
  ['entry\tkind\n', 'There is no column ‘kind’'],
  [`${HEADER}${'長'.repeat(65)}\thedge\tmodal\n`, 'has 65 characters; at most 64'],
  [`${HEADER}。\thedge\tmodal\n`, 'holds no letter, digit or Chinese character'],
  [`${HEADER}甲乙\thedge\tmodal\n甲乙\thedge\tmodal\n`, 'stands in line 2 already'],
] as const;

const openView = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'My lexicon' }).click();
  await expect(page.getByRole('heading', { name: 'My lexicon', level: 2 })).toBeVisible();
};
const read = (page: Page): Promise<void> => page.getByRole('link', { name: 'Read' }).click();
const lexicon = (page: Page, name: string): Locator => page.locator(`[data-lexicon="${name}"]`);

async function importFile(page: Page, name: string, table: string | Buffer): Promise<void> {
  await page
    .locator('[data-import]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(table) });
}

test('a lexicon that is written is previewed, found, kept, switched and taken away', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  const before = Number(await cifeng.count('hedge').textContent());
  await openView(page);
  await page.getByRole('button', { name: 'New lexicon' }).click();
  const table = page.getByRole('textbox', { name: 'Table' });
  await table.fill(`${HEADER}磨嘴皮\thedge\tapproximator\t我的理由\n換車道\tverb\tmodal\n`);
  await expect(page.locator('[data-preview-entries="1"][data-preview-errors="1"]')).toBeVisible();
  await expect(page.locator('.problems')).toContainText('There is no family ‘verb’');
  await page.getByRole('button', { name: 'Line 3' }).click();
  const selected = await table.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toBe('換車道\tverb\tmodal');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lexicon(page, 'My words')).toContainText('1 entry · 1 line left out');
  await expect(lexicon(page, 'My words')).toContainText('found 2 times in the open text');

  await read(page);
  await expect(cifeng.count('hedge')).toHaveText(String(before + 2));
  await cifeng.rows.filter({ hasText: '磨嘴皮' }).first().click();
  await expect(page.locator('.explanation[data-tint=hedge]')).toContainText('我的理由');
  await expect(page.locator('.explanation[data-tint=hedge]')).toContainText('user/My words');

  await page.reload();
  await cifeng.untilAnalysed();
  await expect(cifeng.count('hedge')).toHaveText(String(before + 2));
  await openView(page);
  await page.getByRole('checkbox', { name: 'Use “My words”' }).uncheck();
  await read(page);
  await expect(cifeng.count('hedge')).toHaveText(String(before));
  await openView(page);
  await page.getByRole('checkbox', { name: 'Use “My words”' }).check();
  await page.getByRole('button', { name: 'Delete “My words”' }).click();
  await expect(lexicon(page, 'My words')).toHaveCount(0);
  await read(page);
  await expect(cifeng.count('hedge')).toHaveText(String(before));
  await openView(page);
  await page.getByRole('button', { name: 'New lexicon' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test('entries can be added by fields, and a deletion undone', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  await openView(page);
  await page.getByRole('button', { name: 'New lexicon' }).click();
  await page.getByLabel('Entry', { exact: true }).fill('換車道超車');
  await page.getByLabel('Family').selectOption('proverb');
  await page.getByLabel('Subtype').selectOption('idiom-phrase');
  await page.getByLabel('Note', { exact: true }).fill('a new road');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.locator('[data-preview-entries="1"][data-preview-errors="0"]')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lexicon(page, 'My words')).toContainText('found 1 time');
  await page.getByRole('button', { name: 'Delete “My words”' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lexicon(page, 'My words')).toContainText('found 1 time');
});

test('the same file works here and on the command line', async ({ cifeng, page }) => {
  const table = `# ours\r\n詞條\t類別\t小類\t說明\r\n磨嘴皮\t模糊限制語\tapproximator\t<b>我</b>\r\n`;
  const folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
  try {
    const file = join(folder, '我的詞.tsv');
    await writeFile(file, table);
    const expected = await analyzeByCommand(TEXT, ['--lexicon', file]);
    await cifeng.open();
    await cifeng.analyse(TEXT);
    await openView(page);
    await page.locator('[data-import]').setInputFiles(file);
    await expect(page.getByText('“我的詞” was imported.')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export “我的詞”' }).click();
    expect((await download).suggestedFilename()).toBe('我的詞.tsv');
    expect(await readFile(await (await download).path(), 'utf8')).toBe(table);
    await read(page);
    await cifeng.untilAnalysed();
    const shown = JSON.parse(await cifeng.downloadedReport()) as typeof expected;
    expect(shown.analyzer).toEqual(expected.analyzer);
    expect(shown.analyzer.user_lexicons.map(({ name }) => name)).toEqual(['我的詞']);
    expect(shown.findings).toEqual(expected.findings);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test(
  'markup in names, entries and notes is shown as text',
  badInput(MARKUP, 'the name of a lexicon', 'an entry', 'a family', 'a note'),
  async ({ cifeng, page }) => {
    // A tag alone is markup, in which nothing counts.
    const evil = '甲<img src=x onerror=alert(1)>乙';
    await cifeng.open();
    await cifeng.analyse(`說${evil}。`);
    await openView(page);
    await importFile(
      page,
      `${evil.replace('/', '')}\u202egnp.tsv`,
      `${HEADER}${evil}\thedge\tmodal\t<script>alert(2)</script>${evil}\n<b>x</b>\t<i>\t</script>\n`,
    );
    await expect(page.locator('.problems')).toContainText('There is no family ‘<i>’');
    await expect(page.locator('.entries')).toContainText('<script>alert(2)</script>');
    await expect(page.locator('main img, main script')).toHaveCount(0);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await read(page);
    await cifeng.rows.filter({ hasText: evil }).click();
    await expect(page.locator('.explanation')).toContainText('<script>alert(2)</script>');
    await expect(page.locator('main img, main script')).toHaveCount(0);
  },
);

test(
  'files that are no lexicons are refused with a reason',
  badInput(LEXICONS, 'not UTF-8', 'too large', ...WRONG.map(([, complaint]) => complaint)),
  async ({ cifeng, page }) => {
    await cifeng.open();
    await openView(page);
    await importFile(page, 'old.tsv', Buffer.from([0xb4, 0xfa, 0xb8, 0xd5]));
    await expect(page.getByText('“old.tsv” is not UTF-8 text.')).toBeVisible();
    await importFile(page, 'huge.tsv', Buffer.alloc(21 * 1024 * 1024, 'a'));
    await expect(page.getByText('“huge.tsv” is larger than 20 MB')).toBeVisible();
    await expect(page.locator('[data-lexicon]')).toHaveCount(0);
    for (const [table, complaint] of WRONG) {
      await importFile(page, 'wrong.tsv', table);
      await expect(page.locator('.problems')).toContainText(complaint);
      await page.getByRole('button', { name: 'Cancel' }).click();
    }
  },
);

test(
  'a hundred thousand lines are taken, and the page stays usable',
  badInput(LEXICONS, '100,000 lines'),
  async ({ cifeng, page }) => {
    const character = (at: number): string => String.fromCodePoint(0xa000 + at);
    const lines = Array.from({ length: 100_000 }, (_, at) =>
      [at % 300, Math.floor(at / 300) % 300, Math.floor(at / 90_000)].map(character).join(''),
    );
    await cifeng.open();
    await cifeng.analyse(`見${lines[77_777] ?? ''}也許。`);
    await openView(page);
    const table = HEADER + lines.map((entry) => `${entry}\thedge\tmodal\n`).join('');
    await importFile(page, 'large.tsv', table);
    await expect(lexicon(page, 'large')).toContainText('100,000 entries');
    await expect(lexicon(page, 'large')).toContainText('found 1 time');
    await page.getByRole('button', { name: 'Edit “large”' }).click();
    await expect(page.getByText('This table has 100,002 lines')).toBeVisible();
    await read(page);
    await cifeng.analyse('她也許會來。');
    await expect(cifeng.count('hedge')).toHaveText('1');
  },
);

test('what one tab does to the lexicons, the others know', async ({ cifeng, page, context }) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  const other = await context.newPage();
  const there = new CifengPage(other);
  await there.open();
  await there.analyse('磨嘴皮。');
  await expect(there.count('hedge')).toHaveText('0');
  await expect(cifeng.text).toHaveText('磨嘴皮。');
  await openView(page);
  await importFile(page, 'words.tsv', `${HEADER}磨嘴皮\thedge\tapproximator\n`);
  await expect(lexicon(page, 'words')).toContainText('found 1 time');
  await expect(there.count('hedge')).toHaveText('1');
  await openView(other);
  await other.getByRole('checkbox', { name: 'Use “words”' }).uncheck();
  await expect(page.getByRole('checkbox', { name: 'Use “words”' })).not.toBeChecked();
  await expect(lexicon(page, 'words')).not.toContainText('found 1 time');
});
