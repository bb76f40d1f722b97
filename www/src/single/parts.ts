/**
 * The parts that lie packed inside the single file: one element each, which no browser runs or draws,
 * with gzip in base64. `assemble` puts them there, in the build and in the page alike.
 */
export const PART_NAMES = [
  'program',
  'dictionary',
  'explanations',
  'meanings',
  'cedict',
  'licenses-data',
  'licenses-software',
  'licenses-rust',
] as const;
export type PartName = (typeof PART_NAMES)[number];
export type Parts = Record<PartName, Uint8Array>;

/** Where the parts go in the page without them. */
const PLACE = '<!--parts-->';

/** The single file, from the page without parts and the packed parts in base64. */
export function assemble(shell: string, packed: Record<PartName, string>): string {
  const [before, after, ...others] = shell.split(PLACE);
  if (before === undefined || after === undefined || others.length > 0) {
    throw new Error('the page has not one place for its parts');
  }
  const elements = PART_NAMES.map(
    (name) => `<script type="text/plain" data-part="${name}">${packed[name]}</script>\n`,
  );
  return [before, ...elements, after].join('');
}

/** The parts of this page, still packed. */
export function packedParts(): Parts {
  const part = (name: PartName): Uint8Array => {
    const text = document.querySelector(`script[data-part="${name}"]`)?.textContent ?? '';
    return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  };
  return Object.fromEntries(PART_NAMES.map((name) => [name, part(name)])) as Parts;
}

export async function unpack(packed: Uint8Array): Promise<Uint8Array> {
  return through(packed, new DecompressionStream('gzip'));
}

/** Packs a part, in base64. */
export async function pack(content: Uint8Array): Promise<string> {
  const packed = await through(content, new CompressionStream('gzip'));
  let binary = '';
  const step = 0x8000;
  for (let at = 0; at < packed.length; at += step) {
    binary += String.fromCharCode(...packed.subarray(at, at + step));
  }
  return btoa(binary);
}

async function through(
  content: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const source = new Blob([content as Uint8Array<ArrayBuffer>]).stream();
  return new Uint8Array(await new Response(source.pipeThrough(stream)).arrayBuffer());
}
