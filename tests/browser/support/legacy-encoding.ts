/** Encodes text in an old double-byte encoding, by turning the decoder's table around. */
export function encode(text: string, encoding: 'gb18030' | 'big5'): Buffer {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (Array.from(character).length === 1 && !codes.has(character)) {
          codes.set(character, [lead, trail]);
        }
      } catch {
        // Not a character of this encoding.
      }
    }
  }
  const bytes = Array.from(text).flatMap((character) => {
    const point = character.codePointAt(0) ?? 0;
    const code = point < 0x80 ? [point] : codes.get(character);
    if (!code) throw new Error(`${character} is not in ${encoding}`);
    return code;
  });
  return Buffer.from(bytes);
}
