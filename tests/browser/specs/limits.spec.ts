import { badInput } from '../support/bad-input';
import { expect, test } from '../support/fixtures';

test(
  'a text over the limit is refused with limit and length, and stays',
  badInput('a text over the limit'),
  async ({ cifeng, page }) => {
    test.setTimeout(180_000);
    await cifeng.open();
    const line = '今天下雨了。\n';
    const text = line.repeat(Math.ceil(5_000_000 / line.length)).slice(0, 4_999_999) + '😀!';
    await cifeng.paste(text);
    const refusal = page.getByText('This text has 5,000,001 characters; the limit is 5,000,000.');
    await expect(refusal).toBeVisible({ timeout: 60_000 });
    await expect(page.locator('.counts')).toHaveCount(0);

    // One character less is within the limit: all the others are still there.
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Backspace');
    await expect(cifeng.fact('characters')).toHaveText('5,000,000', { timeout: 60_000 });
    await expect(refusal).toHaveCount(0);
  },
);
