import { launch, type Browser, type Page } from 'puppeteer-core';
import { firefoxOptions } from '../firefox.mjs';

/** The page in Firefox, as far as the walk through it needs. */
export class FirefoxPage {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught exceptions. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => {
      this.complaints.push(error instanceof Error ? error.message : String(error));
    });
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.untilReady();
  }

  async untilReady(): Promise<void> {
    await this.page.waitForSelector('[data-engine=ready]', { timeout: 30_000 });
  }

  /** Types a text into the empty page, and waits until it is analysed. */
  async analyse(text: string): Promise<void> {
    await this.page.click('[role=textbox]');
    await this.page.keyboard.type(text);
    const characters = Array.from(text).length.toLocaleString('en');
    await this.page.waitForFunction(
      (expected) =>
        document.querySelector('[data-fact=characters]')?.textContent === expected &&
        document.querySelector('[data-outcome=done]') !== null,
      { timeout: 30_000 },
      characters,
    );
  }

  /** The counts shown, by family. */
  counts(): Promise<Record<string, number>> {
    return this.page.evaluate(() => {
      const cells = document.querySelectorAll<HTMLElement>('.counts .family [data-count]');
      return Object.fromEntries(
        [...cells].map((cell) => [cell.dataset.family ?? '', Number(cell.textContent)]),
      );
    });
  }

  async press(button: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${button}"][role="button"])`).click();
  }

  async follow(link: string): Promise<void> {
    await this.page.locator(`::-p-aria([name="${link}"][role="link"])`).click();
  }
}

/** Starts Firefox with a folder of its own for downloads. */
export function startFirefox(downloads: string): Promise<Browser> {
  return launch({
    ...firefoxOptions,
    browser: 'firefox',
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      'intl.accept_languages': 'en-GB',
      'intl.locale.requested': 'en-GB',
    },
  });
}
