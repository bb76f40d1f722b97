import { describe, expect, it } from 'vitest';
import { placeOf } from './place';

describe('a place', () => {
  it.each([
    ['in a short text', '他也許會來。', '也許', 0, { before: '他', after: '會來。', nth: 0 }],
    ['alone', '也許', '也許', 0, { before: '', after: '', nth: 0 }],
    ['at line ends', '甲\r\n也許\r\n乙', '也許', 0, { before: '', after: '', nth: 0 }],
    [
      'keeps twelve characters a side',
      '一二三四五六七八九十百千萬也許萬千百十九八七六五四三二一',
      '也許',
      0,
      { before: '二三四五六七八九十百千萬', after: '萬千百十九八七六五四三二', nth: 0 },
    ],
    [
      'counts characters, not units',
      '😀'.repeat(14) + '也許' + '𠮷'.repeat(14),
      '也許',
      0,
      { before: '😀'.repeat(12), after: '𠮷'.repeat(12), nth: 0 },
    ],
    [
      'among its like',
      '他也許會來。\n他也許會來。\n他也許會來。',
      '也許',
      14,
      { before: '他', after: '會來。', nth: 2 },
    ],
    ['where its like overlaps it', '！！！！', '！', 3, { before: '！！！', after: '', nth: 0 }],
  ])('%s', (_, text, marker, from, expected) => {
    const start = text.indexOf(marker, from);
    expect(placeOf(text, start, start + marker.length)).toEqual(expected);
  });
});
