import { expect, test } from '../support/fixtures';

test('the policy is strict, in the page and in the header', async ({ cifeng, page }) => {
  const response = await page.goto('./');
  await cifeng.untilReady();
  const header = response?.headers()['content-security-policy'] ?? '';
  const meta = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  for (const policy of [header, meta ?? '']) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  }
  expect(header).toContain("frame-ancestors 'none'");
});

test.describe('what the policy forbids', () => {
  test.use({ expectedComplaints: /Content Security Policy|Refused to|violates/i });

  test('does not happen', async ({ cifeng, page }) => {
    await cifeng.open();
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.ran = "yes"';
      document.body.append(script);
      const sent = await fetch('https://example.invalid/').then(
        () => 'sent',
        () => 'blocked',
      );
      return { ran: document.documentElement.dataset.ran ?? 'no', sent };
    });
    expect(outcome).toEqual({ ran: 'no', sent: 'blocked' });
  });
});

test('the editor is styled although inline styles are forbidden', async ({ cifeng, page }) => {
  await cifeng.open();
  await expect(page.locator('style')).toHaveCount(0);
  const display = await page
    .locator('.cm-scroller')
    .evaluate((element) => getComputedStyle(element).display);
  expect(display).toBe('flex');
});
