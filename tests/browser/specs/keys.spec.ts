import { expect, test } from '../support/fixtures';

test('a new paragraph begins like the one before', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('\u3000\u3000他也許會來。');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('好！');
  expect(await cifeng.wholeText()).toBe('\u3000\u3000他也許會來。\n\u3000\u3000好！');
});

test('keys move, select, delete and undo', async ({ cifeng, page }) => {
  const { keyboard } = page;
  await cifeng.open();
  await cifeng.analyse('甲乙丙\n丁戊己');
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.press('ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Delete');
  await keyboard.press('ArrowDown');
  await keyboard.press('End');
  await keyboard.press('Backspace');
  expect(await cifeng.wholeText()).toBe('甲丙\n丁戊');
  await keyboard.press('ControlOrMeta+End');
  await keyboard.press('Shift+Home');
  await keyboard.insertText('庚');
  expect(await cifeng.wholeText()).toBe('甲丙\n庚');
  await keyboard.press('ControlOrMeta+Z');
  expect(await cifeng.wholeText()).toBe('甲丙\n丁戊');
  await keyboard.press('ControlOrMeta+Y');
  expect(await cifeng.wholeText()).toBe('甲丙\n庚');
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.press('PageDown');
  await keyboard.press('ControlOrMeta+Backspace');
  expect(await cifeng.wholeText()).toBe('甲丙\n');
});
