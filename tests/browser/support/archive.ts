import { crc32, deflateRawSync } from 'node:zlib';

/** A file for an archive. `claims` is the unpacked size that its headers state instead of the true one. */
export interface Packed {
  path: string;
  content: Buffer | string;
  claims?: number;
  encrypted?: boolean;
  /** The name in another encoding than UTF-8. */
  rawName?: Buffer;
}

/** A zip archive (APPNOTE 6.3), deflated. */
export function zip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, claims, encrypted = false, rawName } of files) {
    const bytes = Buffer.from(content);
    const data = deflateRawSync(bytes, { level: 9 });
    const name = rawName ?? Buffer.from(path);
    const flags = (rawName ? 0 : 0x800) | (encrypted ? 1 : 0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x21_0000, 6);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(claims ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, central, name]),
    );
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end]);
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A Word document of these paragraphs; `prolog` stands before its root element. */
export function docx(paragraphs: readonly string[], prolog = '<?xml version="1.0"?>'): Buffer {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`)
    .join('');
  const deleted = '<w:p><w:del><w:r><w:delText>刪去的字</w:delText></w:r></w:del></w:p>';
  return zip([
    { path: '[Content_Types].xml', content: '<Types/>' },
    {
      path: 'word/document.xml',
      content: `${prolog}<w:document xmlns:w="x"><w:body>${body}${deleted}</w:body></w:document>`,
    },
  ]);
}

/** An electronic book of these chapters, which its package lists in reverse. */
export function epub(chapters: readonly string[]): Buffer {
  const ids = chapters.map((_, i) => `c${i}`);
  return zip([
    { path: 'mimetype', content: 'application/epub+zip' },
    {
      path: 'META-INF/container.xml',
      content:
        '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      path: 'OEBPS/book.opf',
      content: `<package><manifest>${ids
        .toReversed()
        .map((id) => `<item id="${id}" href="text/${id}.xhtml"/>`)
        .join('')}</manifest><spine>${ids
        .map((id) => `<itemref idref="${id}"/>`)
        .join('')}</spine></package>`,
    },
    ...chapters.map((text, i) => ({
      path: `OEBPS/text/c${i}.xhtml`,
      content: `<html><head><title>no text</title></head><body><p>${escaped(text)}</p></body></html>`,
    })),
  ]);
}
