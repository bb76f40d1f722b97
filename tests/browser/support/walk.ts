import type { Page } from '@playwright/test';
import { docx, epub, zip } from './archive';
import type { CifengPage } from './cifeng-page';
import { encode } from './legacy-encoding';
import { pdf } from './pdf';
import { expect } from './recording';

/** A feature of the page, used as a reader would. */
interface Stop {
  name: string;
  visit: (cifeng: CifengPage, page: Page) => Promise<void>;
}

const TEXT = '他也許會來，那就太好了！\n\n老張說：「這絕對不可能。」當然，千真萬確。';

/** Takes away what the buttons of these names give. */
async function takeAway(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    await (await download).path();
  }
}

/**
 * Every feature of the page, one stop each, in an order in which each finds what it needs. Whoever adds
 * a view, a dialog or a way out of the page adds a stop here: `specs/privacy.spec.ts` then watches it.
 */
export const WALK: readonly Stop[] = [
  {
    name: 'a text is pasted',
    visit: (cifeng) => cifeng.analyse(TEXT),
  },
  {
    name: 'a text is typed',
    visit: async (cifeng, page) => {
      await cifeng.text.focus();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.insertText('我覺得大概如此。');
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'samples are opened',
    visit: async (cifeng) => {
      for (const id of ['hant', 'hans', 'mixed'] as const) await cifeng.openSample(id);
    },
  },
  {
    name: 'a replaced text comes back',
    visit: async (cifeng, page) => {
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'a file in UTF-8 is opened',
    visit: async (cifeng) => {
      await cifeng.fileInput.setInputFiles({
        name: 'one.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(TEXT),
      });
      await expect(cifeng.text).toContainText('千真萬確');
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'a file in another encoding is opened',
    visit: async (cifeng, page) => {
      await cifeng.fileInput.setInputFiles({
        name: 'two.txt',
        mimeType: 'text/plain',
        buffer: encode('他也許會來。我們絕對不可能答應。', 'big5'),
      });
      await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
      await expect(cifeng.text).toContainText('他也許會來');
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'a finding is explained',
    visit: async (cifeng, page) => {
      await cifeng.openSample('hant');
      await cifeng.rows.first().click();
      await expect(cifeng.card).toBeVisible();
      await page.keyboard.press('F8');
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'a finding is set aside, and put back',
    visit: async (cifeng, page) => {
      await cifeng.analyse(TEXT);
      await cifeng.rows.first().click();
      await page.getByRole('button', { name: 'Not here' }).first().click();
      await page.locator('[data-set-aside]').click();
      await page.getByRole('button', { name: 'Put all back' }).click();
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'texts are listed, renamed, deleted and brought back',
    visit: async (cifeng, page) => {
      const views = page.getByRole('navigation');
      await views.getByRole('link', { name: 'Texts' }).click();
      const texts = page.locator('.texts tbody tr');
      await texts.first().getByRole('button', { name: 'Rename' }).click();
      await page.keyboard.type('A name');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Delete “A name”' }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'A name', exact: true }).click();
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'panels are unfolded, families are hidden',
    visit: async (cifeng) => {
      await cifeng.unfoldAll();
      await cifeng.familySwitch('hedge').uncheck();
      await cifeng.familySwitch('hedge').check();
    },
  },
  {
    name: 'language and theme are changed',
    visit: async (cifeng, page) => {
      await page.getByRole('radio', { name: '繁體中文' }).check();
      await cifeng.untilAnalysed();
      await page.getByRole('radio', { name: '简体中文' }).check();
      await cifeng.untilAnalysed();
      await page.getByRole('radio', { name: 'English' }).check();
      await cifeng.untilAnalysed();
      for (const theme of ['Dark', 'Light', 'Like the system']) {
        await page.getByRole('radio', { name: theme }).check();
      }
    },
  },
  {
    name: 'the documents are read',
    visit: async (cifeng, page) => {
      for (const name of ['Methods: what the numbers mean', 'How to check this yourself']) {
        await page.getByRole('link', { name }).click();
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
        await page.getByRole('link', { name: 'Back to the page' }).click();
        await cifeng.untilAnalysed();
      }
    },
  },
  {
    name: 'the report is downloaded',
    visit: async (cifeng) => {
      expect(JSON.parse(await cifeng.downloadedReport())).toHaveProperty('schema');
    },
  },
  {
    name: 'reports, marked text and the whole tool are taken away',
    visit: async (_, page) => {
      await takeAway(page, 'Download report', 'Download CSV', 'The whole tool as one file');
      await page.getByRole('button', { name: 'Copy with marks' }).click();
      await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'the list is sorted and filtered',
    visit: async (cifeng, page) => {
      await cifeng.openSample('hant');
      await page.getByRole('button', { name: /^Sort by: Marker/ }).click();
      await page.getByRole('searchbox').fill('也許');
      await page.getByRole('searchbox').fill('');
      await page.getByRole('combobox', { name: 'Kind' }).selectOption('booster');
      await page.getByRole('button', { name: 'Show all' }).click();
    },
  },
  {
    name: 'charts are changed and saved',
    visit: async (cifeng, page) => {
      for (const measure of ['Counts', 'Rates', 'Places'] as const) await cifeng.showAlong(measure);
      await takeAway(page, 'Save “Along the text” as SVG', 'Save “Along the text” as PNG');
    },
  },
  {
    name: 'the text is printed',
    visit: async (_, page) => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.print-view')).toBeVisible();
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
    },
  },
  {
    name: 'a lexicon is written and used',
    visit: async (cifeng, page) => {
      await page.getByRole('link', { name: 'My lexicon' }).click();
      await page.getByRole('button', { name: 'New lexicon' }).click();
      const table = page.getByRole('textbox', { name: 'Table' });
      await table.fill('entry\tfamily\tsubtype\n大概如此\thedge\tmodal\n');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.locator('[data-lexicon]')).toContainText('1 entry');
      await takeAway(page, 'Export “My words”');
      await page.getByRole('link', { name: 'Read' }).click();
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'a lexicon is imported, extended by fields, deleted and brought back',
    visit: async (cifeng, page) => {
      await page.getByRole('link', { name: 'My lexicon' }).click();
      await page.locator('[data-import]').setInputFiles({
        name: 'other.tsv',
        mimeType: 'text/tab-separated-values',
        buffer: Buffer.from('entry\tfamily\tsubtype\n換車道超車\tproverb\tidiom-phrase\n'),
      });
      await expect(page.locator('[data-lexicon]').filter({ hasText: 'other' })).toBeVisible();
      await page.getByRole('button', { name: 'New lexicon' }).click();
      await page.getByLabel('Entry', { exact: true }).fill('走新車道');
      await page.getByLabel('Family').selectOption('proverb');
      await page.getByLabel('Subtype').selectOption('idiom-phrase');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Delete “other”' }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('link', { name: 'Read' }).click();
      await cifeng.untilAnalysed();
    },
  },
  {
    name: 'files of all kinds are added, and two sides compared',
    visit: async (cifeng, page) => {
      const views = page.getByRole('navigation');
      await views.getByRole('link', { name: 'Texts' }).click();
      const upload = (name: string, buffer: Buffer) => ({ name, mimeType: 'x/y', buffer });
      await page
        .locator('input[data-add=files]')
        .setInputFiles([
          upload('a.docx', docx([TEXT.repeat(20)])),
          upload('b.epub', epub([TEXT])),
          upload('c.pdf', pdf(['他也许会来。'])),
          upload(
            'd.zip',
            zip([{ path: 'd.txt', content: TEXT.repeat(20).replaceAll('也許', '') }]),
          ),
        ]);
      await expect(page.locator('[data-import=done]')).toContainText('4 texts were added.');
      await takeAway(page, 'Download CSV', 'Download JSON lines', 'Download all reports');
      await page.locator('input[data-copy]').setInputFiles({
        name: 'copy.jsonl',
        mimeType: 'application/jsonl',
        buffer: await cifeng.saved(page.getByRole('button', { name: 'Save a copy' })),
      });
      await expect(page.locator('[data-copies=taken]')).toContainText('0 texts were added.');
      await views.getByRole('link', { name: 'Compare' }).click();
      await page.getByLabel('Text or folder A').selectOption({ label: 'a.docx' });
      await page.getByLabel('Text or folder B').selectOption({ label: 'd (1)' });
      await expect(page.locator('.contrasts').first()).toBeVisible();
      await takeAway(page, 'Download CSV', 'Download JSON');
      await views.getByRole('link', { name: 'Read' }).click();
    },
  },
  {
    name: 'everything is cleared',
    visit: async (_, page) => {
      await page.getByRole('navigation').getByRole('link', { name: 'Texts' }).click();
      await page.getByRole('button', { name: 'Clear everything…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Clear everything' }).click();
      await expect(page.getByText('Everything that was kept in this browser')).toBeVisible();
    },
  },
];
