/** The words around a marker, for one line of a concordance. */
export interface Context {
  left: string;
  right: string;
}

const isTrailing = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Up to `width` UTF-16 units on either side; never half a character, line ends as spaces. */
export function contextOf(text: string, start: number, end: number, width: number): Context {
  let from = Math.max(0, start - width);
  let to = Math.min(text.length, end + width);
  if (from > 0 && isTrailing(text.charCodeAt(from))) from++;
  if (to < text.length && isTrailing(text.charCodeAt(to))) to--;
  const oneLine = (part: string): string => part.replace(/\s+/g, ' ');
  return { left: oneLine(text.slice(from, start)), right: oneLine(text.slice(end, to)) };
}
