/** Electronic books (EPUB): the chapters in their reading order. */
import { MOST_PART_BYTES, Skip } from './formats';
import { textOfHtml, walkXml } from './markup';
import { Archive } from './zip';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';

/** The text of a book. */
export async function textOfEpub(file: Blob): Promise<string> {
  const archive = await Archive.open(file);
  try {
    const opf = packagePath(await archive.readText(CONTAINER, MOST_PART_BYTES));
    if (opf === null) throw new Skip('damaged');
    const chapters = chaptersOf(await archive.readText(opf, MOST_PART_BYTES), opf);
    const locked = archive.has(ENCRYPTION)
      ? encryptedPaths(await archive.readText(ENCRYPTION, MOST_PART_BYTES))
      : new Set<string>();
    if (chapters.some((chapter) => locked.has(chapter))) throw new Skip('password');
    const texts: string[] = [];
    let left = MOST_PART_BYTES;
    for (const chapter of chapters.filter((path) => archive.has(path))) {
      const html = await archive.readText(chapter, left);
      left -= html.length;
      const text = textOfHtml(html);
      if (text !== '') texts.push(text);
    }
    if (chapters.length === 0) throw new Skip('damaged');
    return texts.join('\n\n');
  } finally {
    await archive.close();
  }
}

function packagePath(container: string): string | null {
  let path: string | null = null;
  walkXml(container, {
    open(name, attributes) {
      if (name === 'rootfile') path ??= attributes['full-path'] ?? null;
    },
  });
  return path;
}

/** The paths of the chapters, from the package document at `opf`. */
function chaptersOf(xml: string, opf: string): string[] {
  const manifest = new Map<string, string>();
  const spine: string[] = [];
  walkXml(xml, {
    open(name, { id, href, idref }) {
      if (name === 'item' && id !== undefined && href !== undefined) manifest.set(id, href);
      if (name === 'itemref' && idref !== undefined) spine.push(idref);
    },
  });
  return spine.flatMap((id) => {
    const href = manifest.get(id);
    return href === undefined ? [] : [resolve(href, opf)];
  });
}

/** A path inside the archive, from one that is relative to another file in it. */
function resolve(href: string, from: string): string {
  const base = new URL(from.split('/').map(encodeURIComponent).join('/'), 'epub://book/');
  return decodeURIComponent(new URL(href, base).pathname.replace(/^\/+/, ''));
}

/** The files that a licence locks; fonts that are only obscured are no matter. */
function encryptedPaths(xml: string): Set<string> {
  const paths = new Set<string>();
  walkXml(xml, {
    open(name, { URI }) {
      if (name === 'CipherReference' && URI !== undefined) paths.add(decodeURIComponent(URI));
    },
  });
  return paths;
}
