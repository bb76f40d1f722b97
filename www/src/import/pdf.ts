/** PDF: the text layer, with lines joined to paragraphs. */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs';
import { MOST_DOCUMENT_BYTES, Skip } from './formats';
import { joinLines, type Line } from './pdf-lines';

// This is a worker already: pdf.js finds its other half here instead of starting one of its own.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

/** Where this script lies: beside the other scripts, in a folder of the site. */
const here = import.meta.url;

/** The text of a PDF; `Skip` for one that is locked, broken or has no text. */
export async function textOfPdf(file: Blob): Promise<string> {
  if (file.size > MOST_DOCUMENT_BYTES) throw new Skip('too-large');
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    // Where the tables of Chinese character codes lie that a document may refer to by name.
    cMapUrl: new URL('../cmaps/', here).href,
    cMapPacked: true,
    // By this worker itself: the other way asks for a document, which a worker does not have.
    useWorkerFetch: true,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  let pdf: PDFDocumentProxy;
  try {
    pdf = await task.promise;
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw new Skip(locked ? 'password' : 'damaged', cause);
  }
  try {
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(joinLines(linesOf(items)));
      page.cleanup();
    }
    const text = pages.filter((page) => page !== '').join('\n');
    if (text.trim() === '') throw new Skip('no-text-layer');
    return text;
  } catch (cause) {
    throw cause instanceof Skip ? cause : new Skip('damaged', cause);
  } finally {
    await task.destroy();
  }
}

type Items = Awaited<
  ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>
>['items'];

function linesOf(items: Items): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    const [, , , , x] = item.transform as number[];
    if (item.str !== '' && x !== undefined) {
      line ??= { text: '', left: x, right: x, size: item.height };
      line.text += item.str;
      line.right = Math.max(line.right, x + item.width);
      line.size = Math.max(line.size, item.height);
    }
    if (item.hasEOL && line) {
      lines.push(line);
      line = null;
    }
  }
  if (line) lines.push(line);
  return lines;
}
