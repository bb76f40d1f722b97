/**
 * Pages beside the page: the project's own documents (`docs/*.md`) as HTML, in all languages of the
 * interface. They are made when the site is built, so that nothing becomes markup in the browser.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import type { Plugin } from 'vite';

/** Languages and how their files end. */
const LANGUAGES = { en: '.md', 'zh-Hant': '.zh-Hant.md', 'zh-Hans': '.zh-Hans.md' };

/** A page and the document that it shows, by the name of its HTML file. */
const DOCUMENTS: Record<string, string> = { 'methods.html': 'methods', 'check.html': 'privacy' };

const folder = fileURLToPath(new URL('../docs/', import.meta.url));

/** A document in every language; the style sheet shows the one that the page is set to. */
function articles(document: string): string {
  return Object.entries(LANGUAGES)
    .map(([language, ending]) => {
      const html = marked.parse(readFileSync(folder + document + ending, 'utf8'), { async: false });
      // What does not fit on a narrow screen is scrolled, by keyboard too.
      const tables = html
        .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
        .replaceAll('</table>', '</table></div>');
      // Alignment as an attribute of style would be against the policy.
      const aligned = tables.replaceAll(/ align="right"/g, ' class="number"');
      return `<article lang="${language}">${aligned}</article>`;
    })
    .join('\n');
}

/** Fills `<!-- document -->` in the HTML files named above. */
export function documents(): Plugin {
  return {
    name: 'cifeng:documents',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => {
        const document = DOCUMENTS[basename(filename)];
        return document ? html.replace('<!-- document -->', () => articles(document)) : html;
      },
    },
  };
}
