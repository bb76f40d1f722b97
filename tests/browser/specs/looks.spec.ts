import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/fixtures';

test('Chinese is set for long reading', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。'.repeat(60));
  const set = await page.locator('.cm-content').evaluate((content) => {
    const style = getComputedStyle(content);
    const size = parseFloat(style.fontSize);
    return {
      characters: (content.clientWidth - 2 * parseFloat(style.paddingInlineStart)) / size,
      lineHeight: parseFloat(getComputedStyle(content.parentElement ?? content).lineHeight) / size,
      autospace: style.getPropertyValue('text-autospace'),
      trim: style.getPropertyValue('text-spacing-trim'),
    };
  });
  expect(set.characters, 'characters a line').toBeGreaterThan(24);
  expect(set.characters).toBeLessThan(42);
  expect(set.lineHeight).toBeGreaterThanOrEqual(1.7);
  expect(set.autospace).toBe('normal');
  expect(set.trim).toBe('trim-start');
});

test('no font is fetched', async ({ cifeng, page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await cifeng.open();
  await cifeng.openSample('mixed');
  expect(fonts).toEqual([]);
});

test('letters of twice the size fit, also in the list', async ({ cifeng, page }) => {
  await cifeng.open();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await cifeng.openSample('mixed');
  const measured = await page.evaluate(() => ({
    overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    size: getComputedStyle(document.documentElement).fontSize,
    rows: [...document.querySelectorAll('.finding')].slice(0, 3).map((row) => {
      const box = row.getBoundingClientRect();
      return [box.top, box.bottom];
    }),
    cut: [...document.querySelectorAll('.finding-marker')].filter(
      (marker) => marker.getBoundingClientRect().height > 88,
    ).length,
  }));
  expect(measured).toMatchObject({ overhang: 0, size: '32px', cut: 0 });
  const [first, second] = measured.rows;
  expect(second?.[0], 'rows do not overlap').toBeGreaterThanOrEqual((first?.[1] ?? 0) - 1);
});

test('where the system brings its own colours, lines and frames still tell', async ({
  cifeng,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await cifeng.open();
  await cifeng.openSample('hant');
  const lines = await cifeng.markers.evaluateAll((spans) =>
    spans.map((span) => [
      (span as HTMLElement).dataset.family,
      getComputedStyle(span).textDecorationStyle,
    ]),
  );
  const byFamily = new Map(lines as [string, string][]);
  expect(byFamily.size).toBeGreaterThanOrEqual(4);
  expect(new Set(byFamily.values()).size, 'a line of its own each').toBe(byFamily.size);
  await cifeng.rows.nth(1).click();
  for (const chosen of ['.finding[aria-selected=true]', '.marker-selected']) {
    const width = await page
      .locator(chosen)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineWidth);
    expect(width, chosen).toBe('2px');
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('who asks for less motion gets none', async ({ cifeng, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await cifeng.open();
  await cifeng.openSample('hant');
  await cifeng.rows.nth(2).click();
  await expect(cifeng.card).toBeVisible();
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  const durations = await page.evaluate(() =>
    [...document.querySelectorAll('button, label, span, .card')].map(
      (element) => getComputedStyle(element).transitionDuration,
    ),
  );
  expect(new Set(durations)).toEqual(new Set(['0s']));
});

test('what is printed keeps the lines under the markers', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.openSample('hant');
  await page.emulateMedia({ media: 'print' });
  const styles = await cifeng.markers.evaluateAll((spans) =>
    spans.map((span) => getComputedStyle(span).textDecorationLine),
  );
  expect(new Set(styles)).toEqual(new Set(['underline']));
});
