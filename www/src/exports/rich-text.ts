/**
 * The text with its marks for other programs: HTML with the styles written at every mark, as word
 * processors read it from the clipboard.
 */
import type { FamilyInfo, Finding } from '../engine/types';
import { markedLines } from './marked-text';

const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[each] ?? '',
  );

/** What word processors call the lines of CSS. */
const WORD_LINES: Record<string, string> = {
  solid: 'single',
  dashed: 'dash',
  dotted: 'dotted',
  double: 'double',
  wavy: 'wave',
};

function styleOf({ color, line }: FamilyInfo): string {
  const plain = (value: string): string => value.replace(/[^\w#(),.% -]/g, '');
  const word = WORD_LINES[line] ?? 'single';
  return `text-decoration: underline ${plain(line)} ${plain(color.light)}; text-underline: ${plain(color.light)} ${word}`;
}

/** The text as HTML, with a legend under it. `nameOf` says a family's name in the reader's language. */
export function richText(
  text: string,
  findings: readonly Finding[],
  families: readonly FamilyInfo[],
  nameOf: (family: FamilyInfo) => string,
): string {
  const styles = new Map(families.map((family) => [family.id, styleOf(family)]));
  const lines = markedLines(text, findings).map((pieces) => {
    const inside = pieces.map(({ text: piece, finding }) => {
      const style = finding && styles.get(finding.family);
      return style ? `<span style="${style}">${escaped(piece)}</span>` : escaped(piece);
    });
    return `<p dir="auto">${inside.join('') || '<br>'}</p>`;
  });
  const legend = families.map((family) => {
    const count = findings.filter(({ family: id }) => id === family.id).length;
    return `<span style="${styleOf(family)}">${escaped(nameOf(family))}</span> ${count}`;
  });
  return `${lines.join('\n')}\n<p>${legend.join(' · ')}</p>`;
}

/**
 * Puts both forms on the clipboard. By a copy event: the newer interface would parse the HTML inside
 * the page, whose policy then takes the styles away.
 */
export function copyRich(html: string, plain: string): void {
  const done = { taken: false };
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
    event.preventDefault();
    event.stopImmediatePropagation();
    done.taken = true;
  };
  addEventListener('copy', give, { capture: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else leaves the HTML as it is
    document.execCommand('copy');
  } finally {
    removeEventListener('copy', give, { capture: true });
  }
  if (!done.taken) throw new Error('the browser did not allow copying');
}
