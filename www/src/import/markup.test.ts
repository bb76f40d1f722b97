import { describe, expect, it } from 'vitest';
import { Skip } from './formats';
import { textOfHtml, walkXml } from './markup';

describe('text of HTML', () => {
  it.each([
    ['blocks and inline', '<p>他<b>也許</b>會來。</p><p>好。</p>', '他也許會來。\n好。'],
    ['white space', '<p>他\n  也許\t會來。 </p>\n\n<div> 好</div>', '他 也許 會來。\n好'],
    ['preformatted', '<pre>一\n  二</pre>', '一\n  二'],
    ['what is not shown', '<title>題</title><style>x</style><script>y</script><p>好</p>', '好'],
    ['ruby', '<ruby>漢<rt>han</rt></ruby>字', '漢字'],
    ['breaks and cells', '<p>一<br>二</p><table><tr><td>三<td>四</table>', '一\n二\n三\t四'],
    ['entities', '<p>&#x4E5F;&#35377; &amp; &lt;好&gt;</p>', '也許 & <好>'],
    [
      'entities of its own, as browsers read them',
      '<!DOCTYPE x [<!ENTITY a "b">]><p>&a;</p>',
      ']>\n&a;',
    ],
    ['unclosed', '<p>他<b>也許', '他也許'],
  ])('%s', (_, html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

describe('XML', () => {
  it('with a document type is refused', () => {
    expect(() => {
      walkXml('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', {});
    }).toThrow(Skip);
  });

  it('is walked by local names', () => {
    const seen: string[] = [];
    walkXml('<w:p a="1"><w:t>也許</w:t></w:p>', {
      open: (name, attributes) => seen.push(`<${name} ${Object.keys(attributes).join()}`),
      text: (text) => seen.push(text),
      close: (name) => seen.push(`>${name}`),
    });
    expect(seen).toEqual(['<p a', '<t ', '也許', '>t', '>p']);
  });
});
