/** Length in code points, the unit of the limit. A JavaScript string counts UTF-16 units instead. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    const first = text.charCodeAt(i);
    if (first < 0xd800 || first > 0xdbff) continue;
    const second = text.charCodeAt(i + 1);
    if (second < 0xdc00 || second > 0xdfff) continue;
    count--;
    i++;
  }
  return count;
}

/** Whether a text has more than `limit` code points; short texts are not walked through. */
export function isLongerThan(text: string, limit: number): boolean {
  return text.length > limit && countCodePoints(text) > limit;
}
