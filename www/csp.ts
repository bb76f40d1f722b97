/**
 * The page's Content-Security-Policy, one directive a line.
 *
 * The built page carries it in a `<meta>` tag; a server should send it as a header as well, because
 * only a header reaches workers and can say who may frame the page (see `frame-ancestors`).
 */
const directives: Record<string, string> = {
  'default-src': "'none'",
  // The analyser is WebAssembly; nothing here may evaluate JavaScript from strings.
  'script-src': "'self' 'wasm-unsafe-eval'",
  // Style sheets are files or constructed by script: no inline style element, no style attribute.
  'style-src': "'self'",
  // Charts become PNG files by way of an image that the page itself has drawn.
  'img-src': "'self' blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  // No string becomes code; `public/trusted-types.js` names the scripts that may be started by name.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};

/** What a page has no say in from a `<meta>` tag. */
const headerOnly: Record<string, string> = {
  'frame-ancestors': "'none'",
};

const join = (...parts: Record<string, string>[]): string =>
  parts
    .flatMap((part) => Object.entries(part))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** For the `<meta http-equiv>` tag. */
export const META_POLICY = join(directives);

/** For the response header. */
export const HEADER_POLICY = join(directives, headerOnly);
