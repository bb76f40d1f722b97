import { expect, it } from 'vitest';
import { fileName } from './save';

it.each([
  ['我的詞表.tsv', '我的詞表.tsv'],
  ['a/b\\c:d.tsv', 'a b c d.tsv'],
  ['甲\u202egpj.exe', '甲 gpj.exe'],
  ['..hidden', 'hidden'],
  ['\u0000\n', 'cifeng'],
  ['', 'cifeng'],
])('the file of %j is called %j', (name, expected) => {
  expect(fileName(name)).toBe(expected);
});
