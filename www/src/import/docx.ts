/** Word documents (ECMA-376): the text of the body, then of footnotes and endnotes. */
import { MOST_PART_BYTES, Skip } from './formats';
import { walkXml } from './markup';
import { Archive } from './zip';

const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];
/** Elements whose text is not the document's: deleted text, field codes, what older programs show. */
const UNSEEN = new Set(['del', 'moveFrom', 'delText', 'instrText', 'Fallback']);

/** The text of a Word document, a line a paragraph. */
export async function textOfDocx(file: Blob): Promise<string> {
  if (await isCompoundFile(file)) throw new Skip('old-word');
  const archive = await Archive.open(file);
  try {
    if (!archive.has('word/document.xml')) throw new Skip('damaged');
    const parts: string[] = [];
    for (const path of PARTS.filter((part) => archive.has(part))) {
      const text = textOfPart(await archive.readText(path, MOST_PART_BYTES));
      if (text !== '') parts.push(text);
    }
    return parts.join('\n\n');
  } finally {
    await archive.close();
  }
}

/** Word's own container before 2007, in which it still puts documents with a password. */
async function isCompoundFile(file: Blob): Promise<boolean> {
  const beginning = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => beginning[i] === byte);
}

function textOfPart(xml: string): string {
  let text = '';
  let unseen = 0;
  let inText = 0;
  walkXml(xml, {
    open(name) {
      if (UNSEEN.has(name)) unseen++;
      else if (name === 't') inText++;
      else if (unseen > 0) return;
      else if (name === 'tab') text += '\t';
      else if (name === 'br' || name === 'cr') text += '\n';
    },
    text(part) {
      if (inText > 0 && unseen === 0) text += part;
    },
    close(name) {
      if (UNSEEN.has(name)) unseen--;
      else if (name === 't') inText--;
      else if (name === 'p' && unseen === 0) text += '\n';
    },
  });
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
