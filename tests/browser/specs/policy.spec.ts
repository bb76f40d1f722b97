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
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toMatch(/trusted-types default(;|$)/);
    expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  }
  expect(header).toContain("frame-ancestors 'none'");
});

test('the other headers shut what the page does not use', async ({ page }) => {
  const headers = (await page.goto('./'))?.headers() ?? {};
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  });
  for (const feature of ['camera', 'microphone', 'geolocation', 'clipboard-read', 'usb']) {
    expect(headers['permissions-policy']).toContain(`${feature}=()`);
  }
  await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer');
});

test('the editor is styled although inline styles are forbidden', async ({ cifeng, page }) => {
  await cifeng.open();
  await expect(page.locator('style')).toHaveCount(0);
  const display = await page
    .locator('.cm-scroller')
    .evaluate((element) => getComputedStyle(element).display);
  expect(display).toBe('flex');
});
