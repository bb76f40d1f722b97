/**
 * Typing into the built page with a long text: node typing.mjs INPUTS
 *
 * Types exclamation marks into the middle of a sentence and takes the time from each keystroke to the
 * frame after its highlight is there: at different speeds, with pauses in which the page counts anew and
 * saves the text, so that keys also fall into that. Prints `{"input", "count", "ms", "blocked"}`: the findings that
 * the page counts in the text before, the times, and the longest time that the main thread was blocked
 * from the first key to the last save (0 if no task took 50 ms).
 */
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { open, paste, project } from './browser.mjs';
import { readInputs } from './inputs.mjs';

const KEYSTROKES = 40;
/** Milliseconds between keystrokes, as somebody types: in words, at their ends, and while thinking. */
const PAUSES = [90, 150, 120, 450, 150, 60, 720, 150, 1_200, 100, 430];
/** Until the page is done with all that a keystroke brings. */
const SETTLED = 4_000;
const INPUT = 'hant-million';

const [folder] = process.argv.slice(2);
const { browser, address, close } = await open({ '/': project('www/dist') });
try {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  await page.locator('[data-engine=ready]').waitFor({ state: 'attached' });
  await paste(page, readInputs(folder, [INPUT])[INPUT]);
  await page.waitForFunction(() => performance.getEntriesByName('cifeng:first-report').length > 0);
  await page.locator('[data-outcome=done]').waitFor({ state: 'attached' });
  const counts = await page.locator('.counts .family [data-family][data-count]').allTextContents();
  const count = counts.reduce((sum, shown) => sum + Number(shown.replaceAll(',', '')), 0);

  await page.getByRole('textbox').focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let lines = 0; lines < 6; lines++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let characters = 0; characters < 5; characters++) await page.keyboard.press('ArrowRight');
  await page.evaluate(() => {
    const content = document.querySelector('.cm-content');
    const shown = () => content.querySelectorAll('[data-family=exclamation]').length;
    const state = { ms: [], blocked: 0, began: undefined, before: 0 };
    globalThis.typing = state;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        state.blocked = Math.max(state.blocked, duration);
    }).observe({ entryTypes: ['longtask'] });
    document.addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (key !== '!') return;
        state.before = shown();
        state.began = timeStamp;
      },
      { capture: true },
    );
    new MutationObserver(() => {
      if (state.began === undefined || shown() <= state.before) return;
      const { began } = state;
      state.began = undefined;
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => state.ms.push(performance.now() - began);
        painted.port2.postMessage(undefined);
      });
    }).observe(content, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  let pauses = 0;
  const pause = () => setTimeout(PAUSES[pauses++ % PAUSES.length]);
  for (let stroke = 1; stroke <= KEYSTROKES; stroke++) {
    await page.keyboard.press('!');
    await page.waitForFunction((wanted) => globalThis.typing.ms.length >= wanted, stroke);
    await pause();
    // A run of marks would be one finding.
    await page.keyboard.insertText('好');
    await pause();
  }
  await setTimeout(SETTLED);
  const { ms, blocked } = await page.evaluate(() => globalThis.typing);
  console.log(JSON.stringify({ input: INPUT, count, ms, blocked }));
} finally {
  await close();
}
