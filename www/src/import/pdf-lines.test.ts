import { describe, expect, it } from 'vitest';
import { joinLines, type Line } from './pdf-lines';

const line = (text: string, right: number, left = 72): Line => ({ text, left, right, size: 12 });

describe('lines of a page', () => {
  it.each([
    ['nothing', [], ''],
    [
      'a paragraph and its last line',
      [line('他今天也許會到這', 500), line('裡來，大概在晚上，', 500), line('也許明天。', 140)],
      '他今天也許會到這裡來，大概在晚上，也許明天。',
    ],
    [
      'an indented line begins a paragraph',
      [line('第一段寫滿了一整行。', 500), line('第二段也寫滿了一行，', 500, 96), line('完。', 100)],
      '第一段寫滿了一整行。\n第二段也寫滿了一行，完。',
    ],
    [
      'short lines stay lines',
      [line('題目', 100), line('他今天一早就到了', 300)],
      '題目\n他今天一早就到了',
    ],
    [
      'one long line that is a sentence',
      [line('他今天到了。', 300), line('好。', 90)],
      '他今天到了。\n好。',
    ],
    [
      'words get a space',
      [line('so it goes', 500), line('on and on', 500)],
      'so it goes on and on',
    ],
  ])('%s', (_, lines, text) => {
    expect(joinLines(lines)).toBe(text);
  });
});
