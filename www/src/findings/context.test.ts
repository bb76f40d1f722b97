import { describe, expect, it } from 'vitest';
import { contextOf } from './context';

describe('contextOf', () => {
  it.each([
    ['both sides', '一二三也許四五六', 3, 5, 2, '二三', '四五'],
    ['the ends of the text', '也許', 0, 2, 5, '', ''],
    ['line ends as spaces', '上一段\r\n也許\n\n下一段', 5, 7, 9, '上一段 ', ' 下一段'],
    ['no half of an astral character on the left', '𠮷也許', 2, 4, 1, '', ''],
    ['no half of an astral character on the right', '也許😀', 0, 2, 1, '', ''],
    ['whole astral characters', '𠮷也許😀', 2, 4, 2, '𠮷', '😀'],
  ])('gives %s', (_, text, start, end, width, left, right) => {
    expect(contextOf(text, start, end, width)).toEqual({ left, right });
  });
});
