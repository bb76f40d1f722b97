import { analyzeByCommand } from '../support/command-line';
import { expect, test } from '../support/fixtures';
import { sampleText } from '../support/samples';

const decimals = (rate: number): string =>
  rate.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Texts on which the page and the command line must agree in every number and place. */
const TEXTS: [string, string][] = [
  ['the Traditional sample', sampleText('hant')],
  ['the Simplified sample', sampleText('hans')],
  ['the mixed sample', sampleText('mixed')],
  ['astral characters', '😀𠮷野家也許很好！！！\n👩‍👩‍👧當然，他可能會來。'],
  ['a byte order mark and CR LF', '\uFEFF也許吧。\r\n\r\n絕對不可能！\r\n'],
  ['control and bidi characters', '\u200f也許\u0000可能\u0007吧\u2028當然\ue000。'],
  ['mere Latin', 'Perhaps not a single character of Chinese!'],
];

for (const [name, text] of TEXTS) {
  test(`counts, rates and places agree with the command line: ${name}`, async ({ cifeng }) => {
    const expected = await analyzeByCommand(text);
    await cifeng.open();
    await cifeng.analyse(text);
    await cifeng.unfoldAll();
    const shown = JSON.parse(await cifeng.downloadedReport()) as typeof expected;
    expect(shown.analyzer, 'both are built from the same sources').toEqual(expected.analyzer);

    for (const [family, summary] of Object.entries(expected.summary.families)) {
      const row = cifeng.page.locator(`.counts [data-tint=${family}] .family`);
      await expect(cifeng.count(family)).toHaveText(String(summary.count));
      await expect(row.locator('td').nth(1)).toHaveText(decimals(summary.per_1000_han));
      await expect(row.locator('.interval')).toHaveText(summary.ci95.map(decimals).join('–'));
      for (const [subtype, count] of Object.entries(summary.subtypes)) {
        await expect(
          cifeng.page.locator(`.counts [data-family=${family}][data-subtype=${subtype}]`),
        ).toHaveText(String(count));
      }
    }
    const { document } = expected;
    await expect(cifeng.fact('characters')).toHaveText(String(document.chars));
    await expect(cifeng.fact('han')).toHaveText(String(document.han));
    await expect(cifeng.fact('sentences')).toHaveText(String(document.sentences));
    await expect(cifeng.fact('paragraphs')).toHaveText(String(document.paragraphs));

    // The command line names the file; the page has none to name.
    expect({ ...shown, document: { ...shown.document, id: document.id } }).toEqual(expected);
  });
}

test('a pasted text is highlighted where its markers stand', async ({ cifeng, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await cifeng.open();
  await page.evaluate(() => navigator.clipboard.writeText('他也許會來，那就太好了！'));
  await cifeng.text.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(page.locator('.cm-content [data-family=hedge]')).toHaveText('也許');
  await expect(page.locator('.cm-content [data-subtype=construction]')).toHaveText('太好了');
  await expect(page.locator('.cm-content [data-subtype=mark]')).toHaveText('！');
  await expect(cifeng.count('hedge')).toHaveText('1');
  await expect(cifeng.count('exclamation')).toHaveText('2');
});

test('results follow while typing', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.text.focus();
  await page.keyboard.insertText('他會來');
  await expect(cifeng.fact('characters')).toHaveText('3');
  await expect(cifeng.markers).toHaveCount(0);
  await page.keyboard.insertText('！');
  await expect(cifeng.markers).toHaveText(['！']);
  await page.keyboard.press('Backspace');
  await expect(cifeng.markers).toHaveCount(0);
  await expect(cifeng.count('exclamation')).toHaveText('0');
});

test('highlights keep to their words while the text changes before the next report', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('他也許會來。');
  await expect(cifeng.markers).toHaveText(['也許']);
  await page.keyboard.press('ControlOrMeta+Home');
  const seen: string[] = [];
  for (const key of ['今', '天', '，']) {
    await page.keyboard.insertText(key);
    seen.push(...(await cifeng.markers.allTextContents()));
  }
  expect(new Set(seen)).toEqual(new Set(['也許']));
});

for (const before of ['😀', '𠮷', '👩‍👩‍👧', '\ud800', 'é']) {
  test(`${JSON.stringify(before)} before a marker keeps the highlight in place`, async ({
    cifeng,
    page,
  }) => {
    await cifeng.open();
    await cifeng.paste(`${before}${before}他也許會來${before}，當然好！`);
    await expect(page.locator('.cm-content [data-family=hedge]')).toHaveText('也許');
    await expect(page.locator('.cm-content [data-family=booster]')).toHaveText('當然');
    await expect(page.locator('.cm-content [data-family=exclamation]')).toHaveText('！');
    await expect(cifeng.rows.locator('.finding-marker')).toHaveText(['也許', '當然', '！']);
  });
}

test('a double label shows both findings, in the text and on the card', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse('這話千真萬確。');
  const outer = page.locator('.cm-content [data-family] [data-family]');
  await expect(outer).toHaveText('千真萬確');
  const families = await cifeng.markers.evaluateAll((spans) =>
    spans.map((span) => (span as HTMLElement).dataset.family).sort(),
  );
  expect(families).toEqual(['booster', 'proverb']);
  const offsets = await cifeng.markers.evaluateAll((spans) =>
    spans.map((span) => getComputedStyle(span).textUnderlineOffset),
  );
  expect(new Set(offsets).size, 'each has a line of its own').toBe(2);
  await cifeng.markers.first().hover();
  await expect(cifeng.card.locator('.explanation')).toHaveCount(2);
});

test('colour and line come from the lexicon', async ({ cifeng, page }) => {
  await cifeng.open();
  await cifeng.openSample('hant');
  const styles = await cifeng.markers.evaluateAll((spans) =>
    spans.map((span) => {
      const { textDecorationStyle, textDecorationColor } = getComputedStyle(span);
      return [(span as HTMLElement).dataset.family, textDecorationStyle, textDecorationColor];
    }),
  );
  const byFamily = new Map(styles.map(([family, ...style]) => [family, style.join(' ')]));
  expect(byFamily.size).toBeGreaterThanOrEqual(4);
  expect(new Set(byFamily.values()).size, 'no two families look alike').toBe(byFamily.size);
  for (const [family, style] of byFamily) {
    const inLegend = await page
      .locator(`.legend [data-tint=${family}] .legend-name`)
      .evaluate((name) => {
        const { textDecorationStyle, textDecorationColor } = getComputedStyle(name);
        return `${textDecorationStyle} ${textDecorationColor}`;
      });
    expect(inLegend).toBe(style);
  }
});

test('markup in the text is shown as text', async ({ cifeng, page }) => {
  await cifeng.open();
  const text = '<img src=x onerror=alert()>也許<b>當然</b>！';
  await cifeng.analyse(text);
  await expect(
    page.locator('.cm-content img, .cm-content b, .finding img, .finding b'),
  ).toHaveCount(0);
  await expect(cifeng.text).toHaveText(text);
  await expect(cifeng.rows.first()).toContainText('onerror');
});

for (const [name, text, code] of [
  ['without any Chinese', 'No Chinese at all!', 'no-han'],
  ['of white space only', ' \n\u3000\n ', 'empty'],
] as const) {
  test(`a text ${name} gets zeros and a friendly note`, async ({ cifeng, page }) => {
    await cifeng.open();
    await cifeng.analyse(text);
    await expect(page.locator(`[data-note=${code}]`)).toBeVisible();
    await expect(page.locator('.counts')).not.toContainText('NaN');
    await expect(cifeng.fact('han')).toHaveText('0');
  });
}

test('without a text there is a welcome instead of numbers', async ({ cifeng, page }) => {
  await cifeng.open();
  await expect(page.getByRole('heading', { name: 'What this page does' })).toBeVisible();
  await expect(page.locator('.counts')).toHaveCount(0);
  await page.locator('.welcome [data-sample=hans]').click();
  await expect(cifeng.markers.first()).toBeVisible();
  await expect(page.locator('.welcome')).toHaveCount(0);
});
