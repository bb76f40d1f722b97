/**
 * Lets CodeMirror style itself under a Content-Security-Policy without 'unsafe-inline'.
 *
 * Its style-mod writes a `<style>` element into a document (it constructs sheets for shadow roots
 * only), which the policy blocks. A static page has no nonce to give. A constructed sheet is script
 * and needs no exception, so mounting in a document goes through one here.
 */
import { StyleModule } from 'style-mod';

const sheet = new CSSStyleSheet();
let mounted: StyleModule[] = [];

function mount(root: Document | ShadowRoot, modules: StyleModule | readonly StyleModule[]): void {
  const wanted = modules instanceof StyleModule ? [modules] : [...modules];
  const kept = mounted.filter((module) => !wanted.includes(module));
  if (!root.adoptedStyleSheets.includes(sheet)) {
    // First, so that the page's own sheets win over the editor's defaults.
    root.adoptedStyleSheets.unshift(sheet);
  }
  if (kept.length + wanted.length === mounted.length) return;
  mounted = [...wanted, ...kept];
  sheet.replaceSync(mounted.map((module) => module.getRules()).join('\n'));
}

/** To be called before the first editor is made. */
export function adoptEditorStyles(): void {
  StyleModule.mount = mount;
}
