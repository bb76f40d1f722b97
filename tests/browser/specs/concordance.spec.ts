import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const TEXT = '他也許會來，我一定去。\n記者：可能走，你也許到！\n李工：大概不行，絕對。';

const sortBy = (page: Page, column: string) =>
  page.getByRole('button', { name: new RegExp(`^Sort by: ${column}`) });
const markers = (page: Page) => page.locator('.finding .finding-marker').allTextContents();

test('the list sorts by place, neighbours, marker and kind, both ways', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  const inText = await markers(page);
  expect(inText).toEqual(['也許', '一定', '可能', '也許', '！', '大概', '絕對']);

  await sortBy(page, 'Marker').click();
  expect(await markers(page)).toEqual(['！', '一定', '也許', '也許', '大概', '可能', '絕對']);
  await sortBy(page, 'Marker').click();
  await expect(sortBy(page, 'Marker')).toHaveAccessibleName('Sort by: Marker, descending');
  expect(await markers(page)).toEqual(['絕對', '可能', '大概', '也許', '也許', '一定', '！']);

  await sortBy(page, 'After').click();
  const after = await page.locator('.finding .finding-right').allTextContents();
  const collator = new Intl.Collator('zh-Hant');
  const firsts = after.map((words) => words.charAt(0));
  // The end of the text comes first.
  expect(firsts).toEqual([...firsts].sort((a, b) => collator.compare(a, b)));

  await sortBy(page, 'Kind').click();
  expect(await markers(page)).toEqual(['！', '也許', '可能', '也許', '大概', '一定', '絕對']);
  await sortBy(page, 'Paragraph').click();
  expect(await markers(page)).toEqual(inText);
});

test('the list filters by words, kind and voice, says so, and shows all again', async ({
  cifeng,
  page,
}) => {
  await cifeng.open();
  await cifeng.analyse(TEXT);
  await page.getByRole('searchbox').fill('也許');
  await expect(page.getByText('4 of 7 findings')).toHaveCount(0);
  await page.getByRole('searchbox').fill('也許會來');
  await expect(page.getByText(/^\d of 7 findings$/)).toBeVisible();
  const few = await markers(page);
  expect(few).toContain('也許');
  expect(few.length).toBeLessThan(7);
  await page.getByRole('searchbox').fill('沒有這樣的字');
  await expect(page.getByText('No finding fits.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(cifeng.rows).toHaveCount(7);

  await page.getByRole('combobox', { name: 'Kind' }).selectOption('booster');
  await expect(cifeng.rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Voice' }).selectOption('李工');
  await expect(cifeng.rows).toHaveCount(1);
  await expect(page.getByText('1 of 7 findings')).toBeVisible();
  await cifeng.rows.first().click();
  await expect(page.locator('.cm-content .marker-selected')).toHaveText('絕對');
});

/**
 * What the page's own thread works at a stretch, in milliseconds of its own time: other programs on
 * the machine do not count.
 */
async function longestTask(page: Page, doing: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const events: { name: string; tdur?: number; tid: number; args: { name?: string } }[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as typeof events));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-toplevel', '__metadata'] },
  });
  await doing();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ tid }) => tid),
  );
  const tasks = events.filter(({ tid, tdur }) => threads.has(tid) && tdur !== undefined);
  expect(tasks.length, 'the trace holds tasks of the page').toBeGreaterThan(10);
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}

test('with fifty thousand findings nothing blocks the page for fifty milliseconds', async ({
  cifeng,
  page,
}) => {
  test.slow();
  await cifeng.open();
  const line = '他也許會來，她大概不去，我一定到，你可能走！\n';
  await cifeng.analyse(line.repeat(10_000));
  await expect(page.getByText('50,000 findings')).toBeVisible();
  // What the first use compiles is not what this is about.
  const list = page.getByRole('listbox');
  const work: [string, () => Promise<void>][] = [
    [
      'scrolling the list',
      async () => {
        for (let i = 1; i <= 20; i++) {
          await list.evaluate((element, top) => {
            element.scrollTop = top;
          }, i * 100_000);
          await page.waitForTimeout(30);
        }
      },
    ],
    [
      'scrolling the text',
      async () => {
        await page.locator('.cm-scroller').hover();
        for (let i = 0; i < 20; i++) {
          await page.mouse.wheel(0, 4000);
          await page.waitForTimeout(30);
        }
      },
    ],
    [
      'filtering',
      async () => {
        await page.getByRole('searchbox').pressSequentially('大概不去', { delay: 40 });
        await page.waitForTimeout(200);
        await page.getByRole('searchbox').fill('');
        await page.getByRole('combobox', { name: 'Kind' }).selectOption('hedge');
        await page.waitForTimeout(200);
        await page.getByRole('combobox', { name: 'Kind' }).selectOption('');
      },
    ],
    [
      'sorting',
      async () => {
        for (const column of ['Before', 'Marker', 'After', 'Kind', 'Paragraph']) {
          await sortBy(page, column).click();
          await page.waitForTimeout(100);
        }
      },
    ],
    [
      'walking',
      async () => {
        await list.focus();
        for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowDown');
      },
    ],
  ];
  for (const [name, doing] of work) {
    const longest = await longestTask(page, doing);
    test.info().annotations.push({ type: name, description: `${longest.toFixed(1)} ms` });
    expect.soft(longest, name).toBeLessThan(50);
  }
});
