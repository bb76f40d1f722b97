import { test as base } from '@playwright/test';
import { CifengPage } from './cifeng-page';

interface Fixtures {
  cifeng: CifengPage;
  /** Console messages that a test provokes; all other errors and warnings fail it. */
  expectedComplaints: RegExp | null;
  complaints: string[];
}

/** Every test also fails on console errors, uncaught exceptions and breaches of the policy. */
export const test = base.extend<Fixtures>({
  expectedComplaints: [null, { option: true }],
  complaints: [
    async ({ page, expectedComplaints }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) {
          complaints.push(`${message.type()}: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
      await use(complaints);
      const unexpected = complaints.filter((line) => !expectedComplaints?.test(line));
      base.expect(unexpected, 'the console has nothing to complain about').toEqual([]);
    },
    { auto: true },
  ],
  cifeng: async ({ page }, use) => {
    await use(new CifengPage(page));
  },
});

export { expect } from '@playwright/test';
