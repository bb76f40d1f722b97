import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import type { CifengPage } from '../support/cifeng-page';
import { expect, test } from '../support/fixtures';
import { StaticServer } from '../support/static-server';

/** What `cargo xtask release` says of itself. */
function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

async function findsMarkers(cifeng: CifengPage, page: Page, address: string): Promise<void> {
  await page.goto(address);
  await cifeng.untilReady();
  await cifeng.analyse(told('CIFENG_RELEASE_TEXT'));
  await expect(cifeng.markers).toHaveText(told('CIFENG_RELEASE_MARKERS').split(' '));
}

test('the site, unpacked and served', async ({ cifeng, page }) => {
  const server = new StaticServer(told('CIFENG_RELEASE_SITE'));
  const address = await server.start();
  try {
    await findsMarkers(cifeng, page, address);
    await cifeng.untilOffline();
  } finally {
    await server.stop();
  }
});

test('the single file, from disk', async ({ cifeng, page }) => {
  await findsMarkers(cifeng, page, pathToFileURL(told('CIFENG_RELEASE_FILE')).href);
});
