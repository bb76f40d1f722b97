import { expect, test } from '../support/fixtures';

const LANGUAGES = [
  { id: 'en', radio: 'English', heading: 'Findings', title: /rhetoric/ },
  { id: 'zh-Hant', radio: '繁體中文', heading: '標記一覽', title: /看見文章裡的修辭/ },
  { id: 'zh-Hans', radio: '简体中文', heading: '标记一览', title: /看见文章里的修辞/ },
];

test('the language switches everything, and explanations too, and is kept', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  const explanations = new Set<string>();
  for (const { id, radio, heading, title } of LANGUAGES) {
    await page.getByRole('radio', { name: radio }).check();
    await expect(page.locator('html')).toHaveAttribute('lang', id);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page).toHaveTitle(title);
    await cifeng.untilAnalysed();
    await page.getByRole('listbox').getByRole('option').first().click();
    explanations.add((await page.locator('.explanation-why').textContent()) ?? '');
  }
  expect(explanations.size, 'one explanation a language').toBe(3);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('heading', { name: '标记一览' })).toBeVisible();
});

for (const [locale, lang] of [
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant-HK'],
  ['zh-CN', 'zh-Hans'],
  ['de-DE', 'en'],
] as const) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });
    test(`gets the page in ${lang}`, async ({ cifeng, page }) => {
      await page.goto('./');
      await cifeng.untilReady();
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
    });
  });
}

test('the theme follows the system until it is chosen, and the choice is kept', async ({
  cifeng,
  page,
}) => {
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await cifeng.open();
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.getByRole('radio', { name: 'Light' }).check();
  expect(await background()).toBe(light);
  await page.reload();
  expect(await background()).toBe(light);
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background()).toBe(dark);
  await page.getByRole('radio', { name: 'Like the system' }).check();
  expect(await background()).toBe(light);
});

test('family colours differ between the themes', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  const colour = () =>
    cifeng.markers.first().evaluate((span) => getComputedStyle(span).textDecorationColor);
  const light = await colour();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await colour()).not.toBe(light);
});

for (const width of [320, 390, 768, 1024, 1440]) {
  test(`nothing is wider than a window of ${width} pixels`, async ({ cifeng, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await cifeng.open();
    for (const { radio } of LANGUAGES) {
      await page.getByRole('radio', { name: radio }).check();
      await page.locator('.toolbar [data-sample=mixed]').click();
      await cifeng.untilAnalysed();
      await cifeng.unfoldAll();
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang, radio).toBe(0);
    }
  });
}
