import { badInput } from '../support/bad-input';
import { expect, test } from '../support/fixtures';
import { encode } from '../support/legacy-encoding';

const ENCODINGS =
  'files in an encoding that is not the usual one, with byte order marks, empty or too large';
const TRADITIONAL = '他大概不會來了，這也沒有辦法。\r\n但是誰知道呢！';
const SIMPLIFIED = '他大概不会来了，这也没有办法。\r\n但是谁知道呢！';

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer });

test(
  'a UTF-8 file is opened as it is, with byte order mark and CR LF',
  badInput(ENCODINGS),
  async ({ cifeng, page }) => {
    await cifeng.open();
    const text = `\uFEFF${TRADITIONAL}`;
    await cifeng.fileInput.setInputFiles(file('utf-8.txt', Buffer.from(text)));
    await expect(page.getByText('“utf-8.txt” was read as UTF-8.')).toBeVisible();
    await cifeng.untilAnalysed();
    await expect(cifeng.fact('characters')).toHaveText(String(text.length));
    expect(await cifeng.wholeText()).toBe(text);
  },
);

for (const [encoding, name, text, other] of [
  ['gb18030', 'GB18030 (GBK, GB2312)', SIMPLIFIED, 'Big5'],
  ['big5', 'Big5', TRADITIONAL, 'GB18030 (GBK, GB2312)'],
] as const) {
  test(
    `a ${name} file is proposed as such, with a preview, and can be read otherwise`,
    badInput(ENCODINGS),
    async ({ cifeng, page }) => {
      await cifeng.open();
      await cifeng.fileInput.setInputFiles(file('old.txt', encode(text, encoding)));
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('“old.txt” is not UTF-8.');
      const proposed = dialog.getByRole('radio', { checked: true });
      await expect(proposed).toHaveValue(encoding);
      const preview = dialog.locator('label').filter({ has: page.locator(`[value=${encoding}]`) });
      await expect(preview).toContainText('他大概不');
      await dialog.getByRole('button', { name: 'Open' }).click();
      await expect(page.getByText(`“old.txt” was read as ${name}.`)).toBeVisible();
      await cifeng.untilAnalysed();
      expect(await cifeng.wholeText()).toBe(text);
      await expect(page.locator('.cm-content [data-family=hedge]')).toHaveText('大概');

      await page.getByRole('button', { name: 'Change encoding…' }).click();
      await dialog.getByRole('radio', { name: other }).check();
      await dialog.getByRole('button', { name: 'Open' }).click();
      await expect(page.getByText(`“old.txt” was read as ${other}`)).toBeVisible();
      expect(await cifeng.wholeText()).not.toBe(text);
    },
  );
}

test('asking for the encoding can be cancelled, and the text stays', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await cifeng.fileInput.setInputFiles(file('old.txt', encode(SIMPLIFIED, 'gb18030')));
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cifeng.text).toHaveText('他也許會來。');
});

test(
  'a dropped file is opened in its own encoding, not in the editor’s',
  badInput(ENCODINGS),
  async ({ cifeng, page }) => {
    await cifeng.open();
    const bytes = Array.from(Buffer.from(TRADITIONAL, 'utf16le'));
    const dataTransfer = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from([0xff, 0xfe, ...content])], 'drop.txt'));
      return transfer;
    }, bytes);
    await cifeng.text.dispatchEvent('dragenter', { dataTransfer });
    await expect(page.getByText('Drop the text file here')).toBeVisible();
    await cifeng.text.dispatchEvent('drop', { dataTransfer });
    await expect(page.getByText('“drop.txt” was read as UTF-16 LE.')).toBeVisible();
    await expect(page.getByText('Drop the text file here')).toHaveCount(0);
    expect(await cifeng.wholeText()).toBe(`\uFEFF${TRADITIONAL}`);
  },
);

test('a file that replaced a text can be undone', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await cifeng.fileInput.setInputFiles(file('new.txt', Buffer.from('新的')));
  await expect(cifeng.text).toHaveText('新的');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cifeng.text).toHaveText('他也許會來。');
  await expect(page.locator('.cm-content [data-family=hedge]')).toHaveText('也許');
});

test(
  'an empty file and one far too large are refused, and the text stays',
  badInput(ENCODINGS, 'empty', 'too large'),
  async ({ cifeng, page }) => {
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await cifeng.fileInput.setInputFiles(file('empty.txt', Buffer.alloc(0)));
    await expect(page.getByText('“empty.txt” is empty.')).toBeVisible();
    await cifeng.fileInput.setInputFiles(file('huge.txt', Buffer.alloc(20_000_001, 'x')));
    await expect(page.getByText(/“huge.txt” \(20 MB\) is longer than 5,000,000/)).toBeVisible();
    await expect(cifeng.text).toHaveText('他也許會來。');
  },
);
