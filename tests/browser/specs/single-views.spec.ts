/** What the single file does beside reading: files, comparisons, lexicons, everything from disk. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { badInput } from '../support/bad-input';
import { docx, epub, zip } from '../support/archive';
import { CifengPage } from '../support/cifeng-page';
import { expect, test } from '../support/fixtures';
import { pdf } from '../support/pdf';

const BUILT = fileURLToPath(new URL('../../../www/dist-single/cifeng.html', import.meta.url));
const PDF = 'PDF given to the single file, which has no reader of it';

const HEDGED = '他今天也許會到這裡。';

const view = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
const upload = (name: string, content: Buffer | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

test(
  'files of all kinds, a comparison, reports and a lexicon in the single file',
  badInput(PDF),
  async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url())) requested.push(request.url());
    });
    const cifeng = new CifengPage(page);
    await page.goto(pathToFileURL(BUILT).href);
    await cifeng.untilReady();

    await view(page, 'Texts');
    await page
      .locator('input[data-add=files]')
      .setInputFiles([
        upload('a.docx', docx([HEDGED.repeat(60)])),
        upload('b.epub', epub([HEDGED, '太好了！'])),
        upload('c.zip', zip([{ path: 'c.txt', content: '他今天一早就到這裡了。'.repeat(60) }])),
        upload('d.pdf', pdf(['他今天也许会到这里。'])),
      ]);
    await expect(page.locator('[data-import=done]')).toContainText('3 texts were added.');
    await expect(page.locator('.skipped [data-reason=pdf-outside]')).toContainText('d.pdf');
    await expect(page.getByText('PDF is read by the page on the web')).toBeVisible();

    const reports = await cifeng.saved(page.getByRole('button', { name: 'Download all reports' }));
    const lines = reports.toString('utf8').trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.join('').includes('marks a guess'), 'reasons').toBe(true);

    await view(page, 'Compare');
    await page.getByLabel('Text or folder A').selectOption({ label: 'a.docx' });
    await page.getByLabel('Text or folder B').selectOption({ label: 'c/c.txt' });
    await expect(page.locator('tr[data-family=hedge]').first()).toHaveAttribute(
      'data-conclusion',
      'more-in-a',
    );

    await view(page, 'My lexicon');
    await page
      .locator('[data-import]')
      .setInputFiles(upload('words.tsv', 'entry\tfamily\tsubtype\n到這裡\thedge\tmodal\n'));
    await expect(page.locator('[data-lexicon=words]')).toContainText('1 entry');
    await view(page, 'Texts');
    await page.getByRole('button', { name: 'b.epub', exact: true }).click();
    await expect(cifeng.rows.filter({ hasText: '到這裡' }).first()).toBeVisible();
    await cifeng.untilAnalysed();
    await expect(cifeng.count('hedge')).toHaveText('2');

    await page.reload();
    await cifeng.untilAnalysed();
    await expect(cifeng.count('hedge')).toHaveText('2');
    expect(new Set(requested)).toEqual(new Set([pathToFileURL(BUILT).href]));
  },
);

test(
  'a PDF that is dropped on the single file is refused in words, and the text stays',
  badInput(PDF),
  async ({ page }) => {
    const cifeng = new CifengPage(page);
    await page.goto(pathToFileURL(BUILT).href);
    await cifeng.untilReady();
    await cifeng.analyse(HEDGED);
    await cifeng.fileInput.first().setInputFiles(upload('d.pdf', pdf(['他也许会来。'])));
    await expect(
      page.getByText(/“d.pdf” was not opened; your text stays\. PDF is read/),
    ).toBeVisible();
    await expect(cifeng.text).toHaveText(HEDGED);
  },
);
