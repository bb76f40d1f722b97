/**
 * The response headers that a server should send with every file of the site: the build writes them
 * into `_headers`, which several static hosts read, and `cargo xtask serve` sends them.
 *
 * Two of them stand in the page itself, too, as far as `<meta>` can: the Content-Security-Policy and
 * the referrer policy. Permissions-Policy and the others are headers only.
 */
import { HEADER_POLICY } from './csp.ts';

/** What the page never asks for, so that nothing in it can. Writing the clipboard is left: it copies. */
const forbidden = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
];

export const responseHeaders: Record<string, string> = {
  'Content-Security-Policy': HEADER_POLICY,
  'Permissions-Policy': forbidden.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  // No other site shares a window, a process or a file with this one.
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The contents of `_headers`. */
export const headersFile = (): string =>
  ['/*', ...Object.entries(responseHeaders).map(([name, value]) => `  ${name}: ${value}`), ''].join(
    '\n',
  );
