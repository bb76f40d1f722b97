/** What the page loads part by part: words by language, panels after the first report. */
import { badInput } from '../support/bad-input';
import { expect, test } from '../support/fixtures';

const PARTS = 'words or panels of the page that do not arrive';

test.describe('on a line that breaks', () => {
  test.use({ serviceWorkers: 'block', expectedComplaints: /Failed to load|service.?worker/i });

  test(
    'a language whose words do not arrive leaves the page as it is',
    badInput(PARTS),
    async ({ cifeng, page }) => {
      await page.route('**/assets/zh-hans-*.js', (route) => route.abort());
      await cifeng.open();
      await page.getByRole('radio', { name: '简体中文' }).check();
      await expect(page.getByRole('link', { name: 'Read' })).toBeVisible();
      await page.getByRole('radio', { name: '繁體中文（臺灣）' }).check();
      await expect(page.getByRole('link', { name: '閱讀' })).toBeVisible();
    },
  );

  test('a page without its words says so in every language', badInput(PARTS), async ({ page }) => {
    await page.route('**/assets/en-*.js', (route) => route.abort());
    await page.goto('./');
    for (const text of ['did not arrive completely', '請重新載入', '请重新载入']) {
      await expect(page.getByText(text)).toBeVisible();
    }
  });

  test(
    'panels that do not arrive can be asked for again',
    badInput(PARTS),
    async ({ cifeng, page }) => {
      let refused = 0;
      await page.route('**/assets/later-*.js', (route) => {
        refused++;
        return refused > 2 ? route.continue() : route.abort();
      });
      await cifeng.open();
      await page.locator('.toolbar [data-sample=hant]').click();
      await expect(cifeng.count('proverb')).toHaveText('11');
      await expect(page.getByText('could not be loaded')).toBeVisible();
      await expect(async () => {
        await page.getByRole('button', { name: 'Try again' }).click({ timeout: 500 });
        await expect(cifeng.rows.first()).toBeVisible({ timeout: 1000 });
      }).toPass();
    },
  );
});
