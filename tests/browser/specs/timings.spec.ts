import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/fixtures';

test('what the time goes to is measured when somebody asks, in every language', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來，千真萬確！老張說：「絕對不可能。」\n'.repeat(400));
  const rows = page.locator('.timings tbody tr');
  await expect(rows).toHaveCount(0);
  await page.getByText('How long it takes').click();
  await expect(page.locator('[data-timings=done]')).toBeAttached();
  const families = await page.locator('.counts .family').count();
  await expect(page.locator('.timings tr[data-family]')).toHaveCount(families);
  const milliseconds = async (selector: string): Promise<number[]> =>
    (await page.locator(`.timings ${selector} td:nth-of-type(1)`).allTextContents()).map((cell) =>
      Number(cell.replaceAll(',', '')),
    );
  const [all = 0] = await milliseconds('[data-stage=all]');
  const stages = await milliseconds('[data-stage]:not([data-stage=all])');
  expect(all).toBeGreaterThan(0);
  expect(stages.reduce((sum, each) => sum + each, 0)).toBeCloseTo(all, 1);
  const [detect = 0] = await milliseconds('[data-stage=detect]');
  const own = await milliseconds('[data-family]');
  expect(own.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(detect + 0.1);
  expect((await new AxeBuilder({ page }).include('.timings').analyze()).violations).toEqual([]);
  for (const [language, heading] of [
    ['繁體中文（臺灣）', '花了多少時間'],
    ['简体中文', '花了多少时间'],
  ] as const) {
    await page.getByRole('radio', { name: language }).check();
    await expect(page.locator('.timings summary')).toHaveText(heading);
  }
  await page.getByRole('button', { name: '再测一次' }).click();
  await expect(page.locator('[data-timings=done]')).toBeAttached();
});
