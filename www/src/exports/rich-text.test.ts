import { expect, it } from 'vitest';
import type { FamilyInfo, Finding } from '../engine/types';
import { richText } from './rich-text';

it('shows text and names as text, and no style but a family’s own', () => {
  const family = {
    id: 'hedge',
    name: { en: '<b>', hant: '', hans: '' },
    color: { light: '#123456"><script>', dark: '' },
    line: 'wavy',
  } as FamilyInfo;
  const findings = [{ start: 3, end: 7, family: 'hedge' } as Finding];
  const html = richText('<i>&"\'\u202e</i>\n', findings, [family], ({ name }) => name.en);
  expect(html).not.toMatch(/<(?!\/?(?:p|span|br)\b)/);
  expect(html).toContain('<p dir="auto">&lt;i&gt;<span style="');
  expect(html).toContain('underline wavy #123456script;');
  expect(html).toContain('">&amp;&quot;&#39;\u202e</span>&lt;/i&gt;</p>');
  expect(html).toContain('&lt;b&gt;</span> 1</p>');
});
