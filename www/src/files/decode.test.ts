import { describe, expect, it } from 'vitest';
import { candidates, decode, provenEncoding } from './decode';

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replace(/ /g, ''), 'hex'));

// 「他大概不會來了，這也沒有辦法。」 and 「他大概不会来了，这也没有办法。」, as iconv writes them.
const BIG5 = bytes('a54c a46a b7a7 a4a3 b77c a8d3 a446 a141 b36f a45d a853 a6b3 bfec aa6b a143');
const GBK = bytes('cbfb b4f3 b8c5 b2bb bbe1 c0b4 c1cb a3ac d5e2 d2b2 c3bb d3d0 b0ec b7a8 a1a3');

describe('encodings', () => {
  it.each([
    ['plain UTF-8', Buffer.from('也許', 'utf8'), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF也許', 'utf8'), 'utf-8'],
    ['ASCII', Buffer.from('maybe'), 'utf-8'],
    ['UTF-16 LE', Buffer.from('\uFEFF也許', 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', bytes('feff 4e5f 8a31'), 'utf-16be'],
    ['Big5', BIG5, null],
    ['GB18030', GBK, null],
    ['cut UTF-8', Buffer.from('也許', 'utf8').subarray(0, 5), null],
  ])('%s proves itself or does not', (_, input, expected) => {
    expect(provenEncoding(input)).toBe(expected);
  });

  it('proposes the reading that makes sense first', () => {
    expect(candidates(BIG5)).toEqual(['big5', 'gb18030']);
    expect(candidates(GBK)).toEqual(['gb18030', 'big5']);
  });

  it('reads what it proposes', () => {
    expect(decode(BIG5, 'big5')).toEqual({
      encoding: 'big5',
      text: '他大概不會來了，這也沒有辦法。',
      damaged: 0,
    });
    expect(decode(GBK, 'gb18030').text).toBe('他大概不会来了，这也没有办法。');
  });

  it('keeps a byte order mark, and counts what it cannot read', () => {
    expect(decode(Buffer.from('\uFEFF也許', 'utf8'), 'utf-8').text).toBe('\uFEFF也許');
    expect(decode(Buffer.from('也許', 'utf8').subarray(0, 5), 'utf-8')).toEqual({
      encoding: 'utf-8',
      text: '也\uFFFD',
      damaged: 1,
    });
  });
});
