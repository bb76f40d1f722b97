import process from 'node:process';

/** How the tests start Firefox: the distribution's, by WebDriver BiDi, as Playwright has its own only. */
export const firefoxOptions = {
  browser: 'firefox',
  executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
  headless: true,
};
