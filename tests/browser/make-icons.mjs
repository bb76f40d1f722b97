/**
 * Draws the page's PNG icons from its SVG icon: `npm run icons`, after the SVG has changed.
 * Platforms that cut icons to a shape of their own get one without rounded corners.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './chromium.mjs';

const icons = fileURLToPath(new URL('../../www/public/icons/', import.meta.url));
const svg = await readFile(`${icons}icon.svg`, 'utf8');

const browser = await chromium.launch(launchOptions);
const page = await browser.newPage();
for (const { name, size, rounded } of [
  { name: '180', size: 180, rounded: false },
  { name: '192', size: 192, rounded: true },
  { name: '512', size: 512, rounded: true },
  { name: 'maskable', size: 512, rounded: false },
]) {
  const shape = rounded ? svg : svg.replace(/ rx="\d+"/, '');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${shape}`,
  );
  await page.screenshot({ path: `${icons}${name}.png`, omitBackground: true });
}
await browser.close();
