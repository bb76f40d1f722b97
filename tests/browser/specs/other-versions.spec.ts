import type { Page } from '@playwright/test';
import { badInput } from '../support/bad-input';
import { expect, test } from '../support/fixtures';
import { StaticServer } from '../support/static-server';
import { putIntoStore, storedTexts, type Rows } from '../support/storage';

const OTHER_VERSIONS =
  'texts, settings, lexicons and caches as an earlier or a newer version of the page left them';
const NEWER = /A newer version of this page has kept your texts/;
const TEXT = '他也許會來。';

/** A page of the same site that opens no database. */
const outside = (page: Page) => page.goto('./check.html');
const library = (page: Page) => page.getByRole('link', { name: 'Texts', exact: true }).click();
const names = (page: Page) => page.locator('.texts tbody th button');

/** An entry as this version writes it. */
const entry = (id: string, text: string) => ({
  id,
  name: '',
  beginning: text,
  folder: '',
  length: text.length,
  createdAt: 1,
  changedAt: 1,
  deletedAt: null,
  revision: 1,
});

test(
  'the one text that the first version kept is in the library',
  badInput(OTHER_VERSIONS),
  async ({ cifeng, page }) => {
    await outside(page);
    await putIntoStore(page, 1, {
      texts: [['current', { text: TEXT, savedAt: 1_700_000_000_000 }]],
    });
    await cifeng.open();
    await library(page);
    await expect(names(page)).toHaveText([TEXT]);
    await names(page).click();
    await expect(cifeng.text).toHaveText(TEXT);
    await expect(cifeng.markers).toHaveText(['也許']);
    expect(await storedTexts(page)).toEqual([TEXT]);
  },
);

test(
  'rows with fields missing, added and of other types are read, and lose nothing',
  badInput(OTHER_VERSIONS),
  async ({ cifeng, page }) => {
    const texts = ['甲，也許。', '乙，大概。', '丙，可能。'] as const;
    const [, b, c] = texts;
    await outside(page);
    await putIntoStore(page, 2, {
      entries: [
        ['a', { id: 'a' }],
        ['b', { ...entry('b', b), folder: 7, deletedAt: undefined, revision: '1' }],
        ['c', { ...entry('c', c), tags: ['later'] }],
      ],
      texts: texts.map((text, i) => ['abc'.charAt(i), text]),
      numbers: [
        ['a', { revision: 1 }],
        ['b', null],
        ['c', { revision: 1, lexicon: 'x', han: 3, script: 'traditional', counts: { gone: 2 } }],
      ],
      kept: [
        [
          'lexicons',
          [{ id: 'l', name: 'old', table: 'entry\tfamily\tsubtype\n磨語\thedge\tmodal\n' }],
        ],
        ['exceptions', [{ family: 'hedge' }, null, 'x']],
        ['text/a/exceptions', { not: 'a list' }],
        ['text/c/profile', 'not a profile'],
      ],
    });
    await page.evaluate(() => {
      const settings = {
        theme: 'sepia',
        language: 'xx',
        'hidden-families': 'gone hedge',
        new: '1',
      };
      for (const [name, value] of Object.entries(settings)) {
        localStorage.setItem(`cifeng.${name}`, value);
      }
    });
    await cifeng.open();
    await library(page);
    await expect(names(page)).toHaveCount(3);
    for (const text of texts) {
      await names(page).filter({ hasText: text }).click();
      await expect(cifeng.text).toHaveText(text);
      await cifeng.untilAnalysed();
      await cifeng.text.focus();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.insertText('磨語！');
      await expect.poll(() => storedTexts(page)).toContain(`${text}磨語！`);
      await library(page);
    }
    expect(await storedTexts(page), 'no text was taken for another’s').toHaveLength(3);
    await page.reload();
    await expect(names(page)).toHaveCount(3);
    // What this version does not know stays for the one that does.
    const kept = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('cifeng');
          opening.onsuccess = () => {
            const reading = opening.result.transaction('entries').objectStore('entries').get('c');
            reading.onsuccess = () => {
              opening.result.close();
              resolve((reading.result as { tags: unknown }).tags);
            };
          };
        }),
    );
    expect(kept).toEqual(['later']);
    await page.getByRole('link', { name: 'My lexicon' }).click();
    await expect(page.locator('[data-lexicon=old]')).toContainText('found 1 time');
    await page.getByRole('link', { name: 'Read', exact: true }).click();
    await expect(cifeng.familySwitch('hedge')).not.toBeChecked();
    await expect(page.getByRole('radio', { name: 'Like the system' })).toBeChecked();
  },
);

test(
  'a text that a tab of another version left behind is taken in, or left alone',
  badInput(OTHER_VERSIONS),
  async ({ cifeng, page }) => {
    await outside(page);
    const strange = JSON.stringify({ id: 'c', words: ['another', 'form'] });
    await page.evaluate((other) => {
      localStorage.setItem(
        'cifeng.unsaved-text.1',
        JSON.stringify({ id: 'a', text: '甲，也許。' }),
      );
      localStorage.setItem('cifeng.unsaved-text.2', other);
    }, strange);
    await cifeng.open();
    await expect.poll(() => storedTexts(page)).toEqual(['甲，也許。']);
    const left = await page.evaluate(() => localStorage.getItem('cifeng.unsaved-text.2'));
    expect(left).toBe(strange);
  },
);

test(
  'a store that a newer version has renewed is named, left as it is, and nothing written is lost',
  badInput(OTHER_VERSIONS),
  async ({ cifeng, page }) => {
    await outside(page);
    const known: Rows = { entries: [['a', entry('a', TEXT)]], texts: [['a', TEXT]] };
    await putIntoStore(page, 99, { ...known, later: [['x', 1]] });
    await cifeng.open();
    await expect(page.getByText(NEWER)).toBeVisible();
    await library(page);
    await expect(page.locator('.texts-view').getByText(NEWER)).toBeVisible();
    await expect(page.getByText('There is no text here yet.')).toHaveCount(0);
    await page.getByRole('link', { name: 'Read', exact: true }).click();

    await cifeng.analyse('第一篇，大概。');
    await expect(cifeng.markers).toHaveText(['大概']);
    await page.getByRole('button', { name: 'New text' }).click();
    await cifeng.analyse('第二篇，可能。');
    await page.reload();
    await cifeng.untilReady();
    await expect(page.getByText(NEWER)).toBeVisible();
    expect(await storedTexts(page)).toEqual([TEXT]);

    // The newer version comes; for want of one, its store takes the form that this one knows.
    await outside(page);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('cifeng').onsuccess = resolve;
        }),
    );
    await putIntoStore(page, 2, known);
    await cifeng.open();
    await expect(page.getByText(NEWER)).toHaveCount(0);
    await expect
      .poll(async () => (await storedTexts(page)).sort())
      .toEqual([TEXT, '第一篇，大概。', '第二篇，可能。'].sort());
  },
);

test(
  'a newer version that opens in another tab lets the older one keep what is written',
  badInput(OTHER_VERSIONS),
  async ({ cifeng, page, context }) => {
    await cifeng.open();
    await cifeng.analyse(TEXT);
    await expect.poll(() => storedTexts(page)).toEqual([TEXT]);
    const other = await context.newPage();
    await outside(other);
    await putIntoStore(other, 99, { later: [['x', 1]] });
    await other.close();

    await cifeng.text.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('絕對！');
    await expect(page.getByText(NEWER)).toBeVisible();
    await expect(cifeng.markers).toHaveText(['也許', '絕對', '！']);
    const noted = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(noted).toContain(`${TEXT}絕對！`);
    expect(await storedTexts(page)).toEqual([TEXT]);
  },
);

test(
  'a cache that an older build filled under other names is replaced as a whole',
  badInput(OTHER_VERSIONS),
  async ({ cifeng, page }) => {
    const cached = () =>
      page.evaluate(async () => {
        const caught = await Promise.all(
          (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
        );
        return caught.flat().map(({ url }) => new URL(url).pathname);
      });
    const server = new StaticServer();
    server.serveOlder(true);
    try {
      await page.goto(await server.start());
      await cifeng.untilReady();
      await cifeng.untilOffline();
      await cifeng.analyse(TEXT);
      await expect.poll(() => storedTexts(page)).toEqual([TEXT]);
      expect((await cached()).filter((path) => path.includes('/older-'))).not.toHaveLength(0);

      server.serveOlder(false);
      await page.reload();
      await Promise.all([
        page.waitForEvent('load'),
        page.getByRole('button', { name: 'Reload' }).click(),
      ]);
      await cifeng.untilReady();
      await expect(cifeng.text).toHaveText(TEXT);
      await expect(cifeng.markers).toHaveText(['也許']);
      await expect
        .poll(async () => (await cached()).filter((it) => it.includes('/older-')))
        .toEqual([]);
    } finally {
      await server.stop();
    }
    // The new cache is whole: all of the page, without a server.
    await page.reload();
    await cifeng.untilReady();
    await expect(cifeng.text).toHaveText(TEXT);
    await page.getByRole('link', { name: 'My lexicon' }).click();
    await expect(page.getByRole('heading', { name: 'My lexicon', level: 2 })).toBeVisible();
  },
);
