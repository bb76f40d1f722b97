import { expect, it } from 'vitest';
import type { Finding } from '../engine/types';
import { markedLines } from './marked-text';

const found = (start: number, end: number, family = 'a'): Finding =>
  ({ start, end, family }) as Finding;

it.each<[string, Finding[], string]>([
  ['', [], ''],
  ['abc', [], 'abc'],
  ['abc', [found(0, 3)], '(a abc)'],
  ['abcd', [found(1, 3)], 'a(a bc)d'],
  ['abcdef', [found(0, 6), found(2, 4, 'b')], '(a ab)(b cd)(a ef)'],
  ['abcdef', [found(0, 4), found(2, 6, 'b')], '(a ab)(b cdef)'],
  ['ab\ncd\r\n\ref', [found(1, 4)], 'a(a b)/(a c)d//ef'],
  ['abcd', [found(0, 2), found(2, 4, 'b')], '(a ab)(b cd)'],
])('%j is cut where findings begin and end', (text, findings, expected) => {
  const lines = markedLines(text, findings).map((pieces) =>
    pieces.map(({ text, finding }) => (finding ? `(${finding.family} ${text})` : text)).join(''),
  );
  expect(lines.join('/')).toBe(expected);
});
