import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** `cargo xtask release`: what is released, unpacked into empty folders, in a browser. */
export default defineConfig({
  ...tests,
  testDir: 'release',
  workers: 1,
  // Neither the site of the build nor the command line is tried here.
  webServer: [],
  globalSetup: [],
});
