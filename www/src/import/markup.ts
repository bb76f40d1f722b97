/**
 * Text out of HTML and XML. The parser knows no document types: entities that a document declares
 * stay as they are written, so that none can grow.
 */
import { Parser } from 'htmlparser2';
import { Skip } from './formats';

/** What is never shown as text. */
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'textarea',
  'rt',
  'rp',
]);
/** What begins a line of its own. */
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tr',
  'ul',
]);

/** The text of an HTML or XHTML page, a line a block. */
export function textOfHtml(html: string): string {
  let text = '';
  let unseen = 0;
  let pre = 0;
  const endLine = (): void => {
    text = text.replace(/[ \t]+$/, '');
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser({
    onopentagname(name) {
      if (UNSEEN.has(name)) unseen++;
      if (name === 'pre') pre++;
      if (name === 'br') text += '\n';
      else if (name === 'td' || name === 'th') text += text.endsWith('\n') ? '' : '\t';
      else if (BLOCKS.has(name)) endLine();
    },
    ontext(part) {
      if (unseen > 0) return;
      if (pre > 0) {
        text += part;
        return;
      }
      const collapsed = part.replace(/[ \t\r\n\f]+/g, ' ');
      text += /(^|\s)$/.test(text) ? collapsed.trimStart() : collapsed;
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--;
      if (name === 'pre') pre--;
      if (BLOCKS.has(name)) endLine();
    },
  });
  parser.end(html);
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

/** Goes through an XML document; namespaces' prefixes are left out of the names. */
export function walkXml(
  xml: string,
  handlers: {
    open?: (name: string, attributes: Record<string, string>) => void;
    text?: (text: string) => void;
    close?: (name: string) => void;
  },
): void {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        // No format that is read here has document types: they could only define entities.
        if (/^!doctype/i.test(name)) throw new Skip('entities');
      },
      onopentag(name, attributes) {
        handlers.open?.(local(name), attributes);
      },
      ontext(text) {
        handlers.text?.(text);
      },
      onclosetag(name) {
        handlers.close?.(local(name));
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}
