/** The pictures for the README, taken of the page as it is. `npm run pictures` puts them there. */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { zip } from '../support/archive';
import { expect, test } from '../support/fixtures';

const place = process.env.CIFENG_PICTURES ?? '../output/pictures/';
const folder = fileURLToPath(new URL(place, import.meta.url));

const PICTURES = [
  { name: 'page', width: 1440, height: 900, colorScheme: 'light', locale: 'en-GB', sample: 'hant' },
  { name: 'dark', width: 1440, height: 900, colorScheme: 'dark', locale: 'zh-TW', sample: 'hant' },
  {
    name: 'tablet',
    width: 768,
    height: 1024,
    colorScheme: 'light',
    locale: 'zh-CN',
    sample: 'hans',
  },
  {
    name: 'phone',
    width: 390,
    height: 844,
    colorScheme: 'light',
    locale: 'zh-TW',
    sample: 'mixed',
  },
] as const;

for (const { name, width, height, colorScheme, locale, sample } of PICTURES) {
  test.describe(`picture ${name}`, () => {
    test.use({ viewport: { width, height }, colorScheme, locale, serviceWorkers: 'block' });
    test.use({ expectedComplaints: /service.?worker/i });

    test('shows markers, numbers and a card', async ({ cifeng, page }) => {
      await cifeng.open();
      await cifeng.openSample(sample);
      const proverb = page.locator('.cm-content [data-family=proverb]').first();
      // Reasons come after the first report.
      await expect(async () => {
        await page.keyboard.press('Escape');
        await proverb.click();
        const reason = cifeng.card.locator('.explanation-why');
        await expect(reason).not.toBeEmpty({ timeout: 1000 });
      }).toPass();
      await expect(page.locator('.chart svg')).toHaveCount(1);
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
    });
  });
}

test.describe('picture compare', () => {
  test.use({ viewport: { width: 1440, height: 900 }, locale: 'zh-HK', serviceWorkers: 'block' });
  test.use({ expectedComplaints: /service.?worker/i });

  test('shows two folders side by side', async ({ cifeng, page }) => {
    const sample = (name: string) =>
      readFile(new URL(`../../../www/src/samples/${name}.txt`, import.meta.url), 'utf8');
    await cifeng.open();
    await page.locator('a[href="#texts"]').click();
    const buffer = zip([
      { path: '報章/夜市.txt', content: await sample('hant') },
      { path: '報章/球隊.txt', content: await sample('mixed') },
      { path: '隨筆/作文.txt', content: await sample('hans') },
    ]);
    await page
      .locator('input[data-add=files]')
      .setInputFiles({ name: '文章.zip', mimeType: 'application/zip', buffer });
    await expect(page.locator('[data-import=done]')).toBeVisible();
    await page.locator('a[href="#compare"]').click();
    await page.locator('.side select').first().selectOption({ label: '文章/報章（2）' });
    await page.locator('.side select').last().selectOption({ label: '文章/隨筆（1）' });
    await expect(page.locator('[data-comparing=done]')).toBeAttached();
    await expect(page.locator('.contrasts').first()).toBeVisible();
    await page.screenshot({ path: `${folder}compare.png`, animations: 'disabled' });
  });
});
