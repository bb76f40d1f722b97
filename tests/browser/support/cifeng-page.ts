import { expect, type Locator, type Page } from '@playwright/test';

/** The page as a reader uses it. */
export class CifengPage {
  readonly page: Page;
  /** The text area. */
  readonly text: Locator;
  /** Every highlighted marker in sight. */
  readonly markers: Locator;
  /** The rows of the list of findings that are drawn. */
  readonly rows: Locator;
  /** The card that explains a marker. */
  readonly card: Locator;
  /** The file input behind the button. */
  readonly fileInput: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox');
    this.markers = page.locator('.cm-content [data-family]');
    this.rows = page.getByRole('listbox').getByRole('option');
    this.card = page.locator('.card');
    this.fileInput = page.locator('input[type=file]');
  }

  /** Opens the page and waits until the analyser is there. */
  async open(): Promise<void> {
    await this.page.goto('./');
    await this.untilReady();
  }

  async untilReady(): Promise<void> {
    await expect(this.page.locator('[data-engine=ready]')).toHaveCount(1);
  }

  /** Waits until the text is analysed as it stands now. */
  async untilAnalysed(): Promise<void> {
    await expect(this.page.locator('[data-outcome=done]')).toHaveCount(1);
  }

  /** Waits until everything that is needed offline lies in the cache. */
  async untilOffline(): Promise<void> {
    await expect(this.page.getByText('Ready to be used offline.')).toBeVisible({ timeout: 30_000 });
  }

  /** Pastes into the text area, in place of all that is there. */
  async paste(text: string): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.text.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  /** Pastes, and waits until the number of characters shown is the text's. */
  async analyse(text: string): Promise<void> {
    await this.paste(text);
    const characters = Array.from(text).length;
    await expect(this.fact('characters')).toHaveText(characters.toLocaleString('en'));
    await this.untilAnalysed();
  }

  async openSample(id: 'hant' | 'hans' | 'mixed'): Promise<void> {
    await this.page.locator(`.toolbar [data-sample=${id}]`).click();
    await expect(this.markers.first()).toBeVisible();
    await this.untilAnalysed();
  }

  /** Chooses what the chart along the text shows. */
  async showAlong(measure: 'Places' | 'Counts' | 'Rates'): Promise<void> {
    await this.page.getByRole('radio', { name: measure, exact: true }).check();
  }

  /** What a button gives the reader as a file. */
  async saved(button: Locator): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await button.click();
    const stream = await (await download).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  fact(id: string): Locator {
    return this.page.locator(`[data-fact=${id}]`);
  }

  /** The count shown for a family in the table. */
  count(family: string): Locator {
    return this.page.locator(`.counts .family [data-family=${family}][data-count]`);
  }

  /** The switch of a family in the legend. */
  familySwitch(family: string): Locator {
    return this.page.locator(`.legend input[value=${family}]`);
  }

  /** Unfolds the subtypes of all families. */
  async unfoldAll(): Promise<void> {
    const folded = this.page.locator('.fold[aria-expanded=false]');
    await expect(this.page.locator('.fold').first()).toBeVisible();
    for (let left = await folded.count(); left > 0; left--) await folded.first().click();
    await expect(folded).toHaveCount(0);
  }

  /** What is selected in the whole text area, copied as a reader would. */
  async wholeText(): Promise<string> {
    await this.text.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    return this.text.evaluate((element) => {
      const clipboardData = new DataTransfer();
      element.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
      );
      return clipboardData.getData('text/plain');
    });
  }

  /** What lies in the clipboard, read from another site: this one has no permission to. */
  async clipboard(): Promise<string> {
    const context = this.page.context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const other = await context.newPage();
    await other.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await other.goto('http://127.0.0.1/');
    const text = await other.evaluate(() => navigator.clipboard.readText());
    await other.close();
    return text;
  }

  /** The report as the download button gives it. */
  async downloadedReport(): Promise<string> {
    const saved = await this.saved(this.page.getByRole('button', { name: 'Download JSON' }));
    return saved.toString('utf8');
  }
}
