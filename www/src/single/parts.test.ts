import { expect, it } from 'vitest';
import { assemble, pack, PART_NAMES, unpack, type PartName } from './parts';

it('packs and unpacks', async () => {
  const content = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) % 251);
  const packed = await pack(content);
  const bytes = Uint8Array.from(atob(packed), (unit) => unit.charCodeAt(0));
  expect(bytes.length).toBeLessThan(content.length);
  expect(await unpack(bytes)).toEqual(content);
});

it('puts every part into its place once', () => {
  const packed = Object.fromEntries(PART_NAMES.map((name) => [name, `<${name}>`]));
  const page = assemble('a<!--parts-->b', packed as Record<PartName, string>);
  for (const name of PART_NAMES)
    expect(page.split(`data-part="${name}"><${name}><`)).toHaveLength(2);
  expect(page.startsWith('a') && page.endsWith('b')).toBe(true);
  for (const shell of ['ab', 'a<!--parts-->b<!--parts-->']) {
    expect(() => assemble(shell, packed as Record<PartName, string>)).toThrow('not one place');
  }
});
