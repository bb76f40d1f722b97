import type { Page } from '@playwright/test';
import { badInput, FORMULAS, MARKUP } from '../support/bad-input';
import { docx, epub, zip } from '../support/archive';
import { analyzeLines } from '../support/command-line';
import { expect, test } from '../support/fixtures';
import { encode } from '../support/legacy-encoding';
import { lockedPdf, pdf } from '../support/pdf';
import { storedTexts } from '../support/storage';

const HEDGED = '他今天也許會到這裡。';

const DOCUMENTS = 'documents that are cut off, locked, scanned, empty, in an old format or in none';

/** Files by the reason for which they cannot be read. */
const UNREADABLE: [string, string[]][] = [
  ['damaged', ['cut.zip', 'noise.docx', 'empty.docx', 'noise.pdf']],
  ['old-word', ['old.docx']],
  ['entities', ['entities.docx']],
  ['password', ['locked.pdf']],
  ['no-text-layer', ['scan.pdf']],
  ['format', ['<img src=x onerror=alert(1)>.exe']],
  ['empty', ['nothing.txt']],
];

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const file = (name: string, content: Buffer | string): Upload => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

const openTexts = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: 'Texts' }).click();
};
const add = (page: Page, files: Upload[]) =>
  page.locator('input[data-add=files]').setInputFiles(files);
const finished = (page: Page) => page.locator('[data-import=done]');
const row = (page: Page, name: string) =>
  page.locator('.texts tbody tr').filter({ has: page.getByRole('button', { name, exact: true }) });
const reason = (page: Page, name: string) => page.locator(`.skipped [data-reason=${name}]`);

test('files of all kinds become texts with their numbers', async ({ cifeng, page }) => {
  await cifeng.open();
  await openTexts(page);
  await add(page, [
    file('plain.txt', HEDGED),
    file('note.md', `# 題\n\n${HEDGED}`),
    file(
      'page.html',
      `<title>也許</title><script>也許</script><p>他今天<b>也許</b>會&#x5230;這裡。</p><p>太好了<rt>也許</rt>！</p>`,
    ),
    file('letter.docx', docx([HEDGED, '那就<太>好了！'])),
    file('book.epub', epub([HEDGED, '第二章，大概。'])),
    file('paper.pdf', pdf(['他今天也许会到这里。', '那就太好了！'])),
    file('old.txt', encode('他大概不会来了，这也没有办法。', 'gb18030')),
  ]);
  await expect(finished(page)).toContainText('7 texts were added.');
  await expect(finished(page)).toContainText('1 file is not in UTF-8');
  const expected: [string, string, string][] = [
    ['plain.txt', '9', 'Traditional'],
    ['note.md', '10', 'Traditional'],
    ['page.html', '12', 'Traditional'],
    ['letter.docx', '14', 'Traditional'],
    ['book.epub', '14', 'Traditional'],
    ['paper.pdf', '14', 'Simplified'],
    ['old.txt', '13', 'Simplified'],
  ];
  for (const [name, han, script] of expected) {
    await expect(row(page, name).locator('[data-fact=han]'), name).toHaveText(han);
    await expect(row(page, name), name).toContainText(script);
    await expect(row(page, name).locator('[data-family=hedge]'), name).not.toHaveText('0.00');
  }
  await row(page, 'paper.pdf').getByRole('button', { name: 'paper.pdf', exact: true }).click();
  await expect(cifeng.markers.first()).toHaveText('也许');
  expect(await cifeng.wholeText()).toBe('他今天也许会到这里。\n那就太好了！');
  await openTexts(page);
  await row(page, 'letter.docx').getByRole('button', { name: 'letter.docx', exact: true }).click();
  await expect(cifeng.text).toContainText('那就<太>好了！');
  expect(await cifeng.wholeText()).toBe(`${HEDGED}\n那就<太>好了！`);
});

test(
  'an archive with folders; names from Chinese Windows; the same once more',
  badInput(DOCUMENTS, 'an archive in an archive', 'locked in an archive'),
  async ({ cifeng, page }) => {
    await cifeng.open();
    await openTexts(page);
    const archive = file(
      'letters.zip',
      zip([
        { path: '2023/a.txt', content: HEDGED },
        { path: '2024/b.txt', content: `${HEDGED}${HEDGED}` },
        { path: 'x', rawName: encode('书信.txt', 'gb18030'), content: '大概。' },
        { path: '__MACOSX/._a.txt', content: 'x' },
        { path: 'picture.jpg', content: 'x' },
        { path: 'inner.zip', content: zip([]) },
        { path: 'locked.txt', content: 'x', encrypted: true },
      ]),
    );
    await add(page, [archive]);
    await expect(finished(page)).toContainText('3 texts were added.');
    await expect(row(page, 'a.txt')).toContainText('letters/2023');
    await expect(row(page, '书信.txt')).toBeVisible();
    await expect(reason(page, 'format')).toContainText('letters.zip/picture.jpg');
    await expect(reason(page, 'nested-zip')).toContainText('letters.zip/inner.zip');
    await expect(reason(page, 'password')).toContainText('letters.zip/locked.txt');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await add(page, [archive]);
    await expect(finished(page)).toContainText('0 texts were added.');
    await expect(reason(page, 'same')).toContainText('(3)');
    await expect(page.locator('.texts tbody tr')).toHaveCount(3);
  },
);

test(
  'what cannot be read is named with its reason, and nothing is lost',
  {
    annotation: [
      ...badInput(
        DOCUMENTS,
        ...UNREADABLE.filter(([name]) => name !== 'entities').flatMap(([, files]) => files),
      ).annotation,
      ...badInput('XML entities that multiply in a docx').annotation,
      ...badInput(MARKUP, 'the name of a file').annotation,
    ],
  },
  async ({ cifeng, page }) => {
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await openTexts(page);
    const bomb = '<!DOCTYPE x [<!ENTITY a "也許也許"><!ENTITY b "&a;&a;&a;&a;">]>';
    const good = zip([{ path: 'a.txt', content: HEDGED }]);
    await add(page, [
      file('cut.zip', good.subarray(0, good.length - 30)),
      file('noise.docx', 'this is no archive'),
      file('empty.docx', zip([{ path: 'x', content: '' }])),
      file('old.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      file('entities.docx', docx([HEDGED], bomb)),
      file('locked.pdf', lockedPdf()),
      file('noise.pdf', 'this is no PDF'),
      file('scan.pdf', pdf([])),
      file('<img src=x onerror=alert(1)>.exe', 'x'),
      file('nothing.txt', ''),
      file('good.txt', HEDGED),
    ]);
    await expect(finished(page)).toContainText('1 text was added.');
    for (const [name, files] of UNREADABLE) {
      await expect(reason(page, name).locator('dd'), name).toHaveText(files);
    }
    expect((await storedTexts(page)).sort()).toEqual(['他也許會來。', HEDGED].sort());
  },
);

test(
  'bombs stay packed',
  badInput(
    'archives that unpack to far more than they are, or than their headers say',
    'bomb',
    'liar',
  ),
  async ({ cifeng, page }) => {
    test.setTimeout(120_000);
    await cifeng.open();
    await openTexts(page);
    const zeros = Buffer.alloc(30_000_000, '也');
    await add(page, [
      file('bomb.zip', zip([{ path: 'bomb.txt', content: zeros }])),
      file('liar.zip', zip([{ path: 'liar.txt', content: zeros, claims: 10 }])),
      file('good.txt', HEDGED),
    ]);
    await expect(finished(page)).toContainText('1 text was added.', { timeout: 60_000 });
    await expect(reason(page, 'too-large').locator('dd')).toHaveText([/bomb\.txt/]);
    // Its headers do not say how large it is.
    await expect(reason(page, 'damaged').locator('dd')).toHaveText([/liar\.txt/]);
  },
);

test(
  'a file of 200 MB is refused, in the library and for reading',
  badInput('a file of 200 MB'),
  async ({ cifeng, page }) => {
    await cifeng.open();
    await cifeng.analyse('他也許會來。');
    await page.locator('.text-panel').evaluate((target) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(200_000_000)], 'huge.docx'));
      target.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    });
    await expect(
      page.getByText(/“huge.docx” was not opened; your text stays. It is too large/),
    ).toBeVisible();
    await expect(cifeng.text).toHaveText('他也許會來。');
  },
);

test(
  'ten thousand files: progress, cancel, and the page stays usable',
  badInput('10,000 files at once', 'cancelled', 'read to the end'),
  async ({ cifeng, page }) => {
    test.setTimeout(240_000);
    await cifeng.open();
    await openTexts(page);
    const files = Array.from({ length: 10_000 }, (_, i) => ({
      path: `f${i % 10}/${i}.txt`,
      content: `${HEDGED}第${i}篇。`,
    }));
    await add(page, [file('corpus.zip', zip(files))]);
    await expect(page.locator('.import-report label')).toContainText('of 10,000 files');
    await expect(page.locator('.texts tbody tr').first()).toBeVisible({ timeout: 60_000 });
    await page.getByRole('navigation').getByRole('link', { name: 'Read' }).click();
    await cifeng.analyse('打字的時候也許還在讀檔。');
    await openTexts(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.locator('[data-import=cancelled]')).toContainText(
      'added before that, and stay.',
    );
    const kept = (await storedTexts(page)).length;
    expect(kept).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Dismiss' }).click();

    await add(page, [file('corpus.zip', zip(files))]);
    await expect(finished(page)).toContainText('texts were added.', { timeout: 200_000 });
    await expect(page.getByText('10,001 texts')).toBeVisible();
    await expect(page.locator('.texts tbody tr')).toHaveCount(100);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByText('101 to 200 of 10,001')).toBeVisible();
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect(page.locator('.texts tbody tr').first()).toContainText('0.txt');
  },
);

test.describe('a reader that breaks', () => {
  test.use({ serviceWorkers: 'block', expectedComplaints: /boom|service.?worker/i });

  test(
    'is started anew, says so and goes on',
    badInput('a document on which its reader crashes'),
    async ({ cifeng, page }) => {
      await page.route('**/reading-*.js', async (route) => {
        const response = await route.fetch();
        const bomb = `const { arrayBuffer } = Blob.prototype;
        Blob.prototype.arrayBuffer = function () {
          if (!this.name?.includes('bomb')) return arrayBuffer.call(this);
          setTimeout(() => { throw new Error('boom'); });
          return new Promise(() => {});
        };`;
        await route.fulfill({ response, body: bomb + (await response.text()) });
      });
      await cifeng.open();
      await openTexts(page);
      await add(page, [
        file('first.txt', HEDGED),
        file('bomb.txt', HEDGED),
        file('last.txt', `${HEDGED}！`),
      ]);
      await expect(finished(page)).toContainText('2 texts were added.');
      await expect(finished(page)).toContainText(
        'The reader broke 1 time, was started anew and went on.',
      );
      await expect(reason(page, 'crash').locator('dd')).toHaveText(['bomb.txt']);
    },
  );
});

test(
  'the table goes out as CSV and JSON lines, safe for spreadsheets',
  badInput(FORMULAS),
  async ({ cifeng, page }) => {
    await cifeng.open();
    await openTexts(page);
    await add(page, [file('=1+1.txt', HEDGED), file('a "quoted", name.txt', '太好了！')]);
    await expect(finished(page)).toBeVisible();
    const downloaded = async (button: string): Promise<string> => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const parts: Buffer[] = [];
      for await (const part of await (await download).createReadStream())
        parts.push(part as Buffer);
      return Buffer.concat(parts).toString('utf8');
    };
    const csv = await downloaded('Download CSV');
    expect(csv).toMatch(/^\uFEFFname,folder,changed,han,script,/);
    expect(csv).toContain("\r\n'=1+1.txt,,");
    expect(csv).toContain('\r\n"a ""quoted"", name.txt",,');
    const lines = (await downloaded('Download JSON lines')).trim().split('\n');
    const texts = lines.map(
      (line) =>
        JSON.parse(line) as { name: string; han: number; families: Record<string, unknown> },
    );
    const hedged = texts.find(({ name }) => name === '=1+1.txt');
    expect(hedged).toMatchObject({
      han: 9,
      families: { hedge: { count: 1, per_1000_han: 111.11 } },
    });
  },
);

test('all reports go out as the command line writes them, with what is set aside', async ({
  cifeng,
  page,
}) => {
  const texts = [
    { id: 'a.txt', text: `${HEDGED}千真萬確！` },
    { id: '<b>.txt', text: '那就太好了！' },
  ];
  await cifeng.open();
  await openTexts(page);
  await add(
    page,
    texts.map(({ id, text }) => file(id, text)),
  );
  await expect(finished(page)).toContainText('2 texts were added.');
  const reports = async () => {
    const saved = await cifeng.saved(page.getByRole('button', { name: 'Download all reports' }));
    return saved
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { document: { id: string }; set_aside: unknown[] });
  };
  const byName = <Each extends { document: { id: string } }>(all: readonly Each[]) =>
    new Map(all.map((each) => [each.document.id, each]));
  const expected = byName((await analyzeLines(texts)) as { document: { id: string } }[]);
  expect(byName(await reports())).toEqual(expected);
  await expect(page.getByText('Reports on 2 texts are saved.')).toBeVisible();

  await row(page, 'a.txt').getByRole('button', { name: 'a.txt', exact: true }).click();
  await cifeng.rows.filter({ hasText: '也許' }).first().click();
  await page.getByRole('button', { name: 'Not here' }).first().click();
  await cifeng.untilAnalysed();
  await openTexts(page);
  expect(byName(await reports()).get('a.txt')?.set_aside).toHaveLength(1);
});

test('making reports can be cancelled', async ({ cifeng, page }) => {
  await cifeng.open();
  await openTexts(page);
  const files = Array.from({ length: 400 }, (_, i) => ({
    path: `${i}.txt`,
    content: `${HEDGED.repeat(300)}第${i}篇。`,
  }));
  await add(page, [file('corpus.zip', zip(files))]);
  await expect(finished(page)).toContainText('400 texts were added.');
  let saved = 0;
  page.on('download', () => saved++);
  await page.getByRole('button', { name: 'Download all reports' }).click();
  await expect(page.locator('[data-reporting=running]')).toContainText('of 400 texts');
  await page.locator('[data-reporting]').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled; nothing was saved.')).toBeVisible();
  expect(saved).toBe(0);
});
