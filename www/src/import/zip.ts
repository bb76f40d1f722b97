/** Archives, read where they lie: nothing is unpacked that nobody asks for, and never without a limit. */
import {
  BlobReader,
  configure,
  ERR_ENCRYPTED,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { decode, provenEncoding } from '../files/decode';
import { Skip } from './formats';

// The reader runs in a worker already.
configure({ useWebWorkers: false });

export class Archive {
  readonly #reader: ZipReader<Blob>;
  readonly #entries: Map<string, FileEntry>;

  private constructor(reader: ZipReader<Blob>, entries: Map<string, FileEntry>) {
    this.#reader = reader;
    this.#entries = entries;
  }

  /** Opens an archive; `Skip` where it is none. */
  static async open(file: Blob): Promise<Archive> {
    const reader = new ZipReader(new BlobReader(file), { decodeText: decodeName });
    try {
      const entries = new Map<string, FileEntry>();
      for await (const entry of reader.getEntriesGenerator()) {
        if (!entry.directory) entries.set(entry.filename, entry);
      }
      return new Archive(reader, entries);
    } catch (cause) {
      throw new Skip('damaged', cause);
    }
  }

  /** The paths of all files, in the archive's order. */
  get paths(): string[] {
    return [...this.#entries.keys()];
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** One file, unpacked; `Skip` where it is larger than `limit` bytes, whatever its header says. */
  async read(path: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.#entries.get(path);
    if (!entry) throw new Skip('damaged');
    if (entry.encrypted) throw new Skip('password');
    if (entry.uncompressedSize > limit) throw new Skip('too-large');
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const collector = new WritableStream<Uint8Array<ArrayBuffer>>({
      write(chunk) {
        size += chunk.length;
        if (size > limit) throw new Skip('too-large');
        chunks.push(chunk);
      },
    });
    try {
      await entry.getData(collector, { checkSignature: true });
    } catch (cause) {
      if (size > limit) throw new Skip('too-large');
      if (cause instanceof Error && cause.message === ERR_ENCRYPTED) throw new Skip('password');
      throw new Skip('damaged', cause);
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }

  /** One file as text in UTF-8 or UTF-16, as the formats inside archives have it. */
  async readText(path: string, limit: number): Promise<string> {
    const bytes = await this.read(path, limit);
    return decode(bytes, provenEncoding(bytes) ?? 'utf-8').text.replace(/^\uFEFF/, '');
  }

  async close(): Promise<void> {
    await this.#reader.close().catch(() => undefined);
  }
}

/** Names from Chinese Windows are in GBK, and nothing in the archive says so. */
function decodeName(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding !== 'cp437') return undefined;
  if (bytes.every((byte) => byte < 0x80)) return undefined;
  const copy = new Uint8Array(bytes);
  return decode(copy, provenEncoding(copy) ?? 'gb18030').text;
}
