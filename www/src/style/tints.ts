/**
 * The families' colours and lines, from the lexicon, as custom properties: `--tint-hedge` anywhere,
 * `--tint` and `--line` on whatever carries `data-family` or `data-tint`.
 */
import { effect } from '@preact/signals';
import { families } from '../state/analysis';

/** Line styles that CSS can draw; anything else is solid. */
const LINES = new Set(['solid', 'dashed', 'dotted', 'double', 'wavy']);

const isColor = (value: string): boolean => CSS.supports('color', value);

export function applyTints(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  effect(() => {
    const known = families.value.filter(({ color }) => isColor(color.light) && isColor(color.dark));
    const tints = known.map(
      ({ id, color }) => `--tint-${CSS.escape(id)}: light-dark(${color.light}, ${color.dark});`,
    );
    const rules = known.map(({ id, line }) => {
      const name = CSS.escape(id);
      const style = LINES.has(line) ? line : 'solid';
      return `:is([data-family="${name}"], [data-tint="${name}"]) { --tint: var(--tint-${name}); --line: ${style}; }`;
    });
    sheet.replaceSync(`:root { ${tints.join(' ')} }\n${rules.join('\n')}`);
  });
}
