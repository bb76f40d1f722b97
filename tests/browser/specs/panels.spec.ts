import { expect, test } from '../support/fixtures';

test('a family can be switched off and on; its count stays', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.openSample('hant');
  const hedges = page.locator('.cm-content [data-family=hedge]');
  const before = await cifeng.count('hedge').textContent();
  const total = await page.getByText(/^\d+ findings$/).textContent();
  await expect(hedges.first()).toBeVisible();

  await cifeng.familySwitch('hedge').uncheck();
  await expect(hedges).toHaveCount(0);
  await expect(cifeng.rows.filter({ has: page.locator('[data-tint=hedge]') })).toHaveCount(0);
  await expect(page.locator('.finding[data-tint=hedge]')).toHaveCount(0);
  await expect(cifeng.count('hedge')).toHaveText(before ?? '');
  await expect(page.getByText(`${before} more in families that are switched off`)).toBeVisible();
  await expect(page.locator('.chart-families text').getByText('Hedge')).toHaveCount(0);

  await page.reload();
  await cifeng.untilAnalysed();
  await expect(cifeng.familySwitch('hedge')).not.toBeChecked();
  await expect(cifeng.markers.first()).toBeVisible();
  await expect(hedges).toHaveCount(0);

  await cifeng.familySwitch('hedge').check();
  await expect(hedges.first()).toBeVisible();
  await expect(page.getByText(total ?? '', { exact: true })).toBeVisible();
});

test('the text leads to the list, and the list to the text', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse(`他也許會來。\n${'今天下雨了。\n'.repeat(200)}那就太好了！`);
  await cifeng.rows.filter({ hasText: '太好了' }).first().click();
  const target = page.locator('.cm-content .marker-selected');
  await expect(target).toHaveText('太好了');
  await expect(target).toBeInViewport();
  await expect(cifeng.card).toContainText('太好了');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    '太好了',
  );

  await cifeng.text.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.locator('.cm-content [data-family=hedge]').click();
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    '也許',
  );
  await expect(cifeng.card).toContainText('也許');
});

test('hovering a marker explains it', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('中國呢，也許會贏。');
  await page.locator('.cm-content [data-subtype=particle]').hover();
  await expect(cifeng.card.locator('.explanation-text')).toHaveText('呢');
  await expect(cifeng.card.locator('.explanation-why')).not.toBeEmpty();
  await expect(cifeng.card.locator('code')).toHaveText(/^exclamation\/particle\//);
  await expect(cifeng.card).toContainText('sets off a topic');
  await page.getByRole('heading', { name: 'Counts and rates' }).hover();
  await expect(cifeng.card).toHaveCount(0);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a tap explains a marker without calling the keyboard up', async ({ cifeng, page }) => {
    await cifeng.open();
    await page.locator('.toolbar [data-sample=hant]').tap();
    await page.locator('.cm-content [data-family=proverb]').first().tap();
    await expect(cifeng.card).toBeVisible();
    await expect(cifeng.text).not.toBeFocused();
  });
});

test('the chart has a bar for every paragraph with findings, and its table the same counts', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許來。她可能去。\n\n今天下雨。\n或許會停！');
  await cifeng.showAlong('Counts');
  await expect(page.locator('.chart-bars rect')).toHaveCount(3);
  await page.getByText('As a table').click();
  const hedges = page.locator('.along-table [data-family=hedge]');
  await expect(hedges).toHaveText(['2', '0', '1']);
  await expect(page.locator('.along-table [data-family=exclamation]')).toHaveText(['0', '0', '1']);
  // Of 8, 4 and 4 Han characters: ½ (1/6 + 1/4 + 1/12) ÷ (1 − 1/4), and all in one of the shortest.
  await expect(page.locator('.spread [data-family=hedge]')).toHaveText('0.33');
  await expect(page.locator('.spread [data-family=exclamation]')).toHaveText('1.00');
  await expect(page.locator('.spread [data-family=booster]')).toHaveCount(0);
});

test('a paragraph in the chart and in its table leads to the text', async ({ cifeng, page }) => {
  await cifeng.open();
  const paragraphs = Array.from({ length: 40 }, (_, i) => `第${i + 1}段也許有雨。`);
  await cifeng.analyse(paragraphs.join('\n\n'));
  await cifeng.showAlong('Counts');
  await page.getByText('As a table').click();
  await page.getByRole('button', { name: 'Paragraph 38', exact: true }).click();
  await expect(page.locator('.cm-line', { hasText: '第38段' })).toBeInViewport();
  await page.locator('.chart-bars rect').first().click();
  await expect(page.locator('.cm-line').first()).toBeInViewport();
});

test('of very many findings only the rows in sight are drawn', async ({ cifeng, page }) => {
  test.slow();
  await cifeng.open();
  await cifeng.analyse('他也許會來！\n'.repeat(20_000));
  await expect(cifeng.count('hedge')).toHaveText('20,000');
  expect(await cifeng.rows.count()).toBeLessThan(60);
  expect(await cifeng.markers.count()).toBeLessThan(400);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  const last = page.getByRole('listbox').getByRole('option', { selected: true });
  await expect(last).toHaveAttribute('aria-posinset', '40000');
  await expect(last).toBeInViewport();
  await expect(page.locator('.cm-content .marker-selected')).toBeInViewport();
});

test('JSON can be copied', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await page.getByRole('button', { name: 'Copy JSON' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await cifeng.clipboard();
  expect(JSON.parse(copied)).toEqual(JSON.parse(await cifeng.downloadedReport()));
  expect(JSON.parse(copied)).toMatchObject({
    schema: 'cifeng.report/1',
    offsets: 'utf16',
    findings: [{ start: 1, end: 3, text: '也許', variant_of: null, role: null, voice: null }],
  });
});

test('what different people say is counted apart', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('記者：可能嗎？\n李工：絕對不可能！\n記者：也許吧。\n他走了。');
  const table = page.getByRole('table').filter({ hasText: 'Voice' });
  const rows = table.getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('the writer');
  await expect(rows.nth(2)).toContainText('記者');
  const engineer = rows.nth(3).getByRole('cell');
  await expect(rows.nth(3).getByRole('rowheader')).toHaveText('李工');
  // Han characters, set expressions, nicknames, exclamations, hedges, boosters.
  await expect(engineer.nth(0)).toHaveText('5');
  await expect(engineer.nth(3)).toContainText('1 ');
  await expect(engineer.nth(5)).toContainText('2 ');

  await page.locator('.cm-content [data-family=booster]').first().click();
  await expect(cifeng.card).toContainText('李工');

  await cifeng.analyse('他也許會來。');
  await expect(table).toHaveCount(0);
});

test('a set expression says what it means, in the language of the page', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他又在守株待兔了。');
  const expression = page.locator('.cm-content [data-family=proverb]');
  await expect(async () => {
    await expression.click();
    await expect(cifeng.card).toContainText('to wait idly for opportunities', { timeout: 500 });
  }).toPass();
  await page.getByRole('radio', { name: '简体中文' }).check();
  await cifeng.untilAnalysed();
  await expression.click();
  await expect(cifeng.card).toContainText('意思');
  await expect(cifeng.card).toContainText('盼着');
});
