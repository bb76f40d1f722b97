import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The parts of a report that the tests look into. */
export interface Report {
  analyzer: {
    version: string;
    lexicon: string;
    user_lexicons: { name: string; entries: number; fingerprint: string }[];
  };
  document: {
    id: string | null;
    chars: number;
    han: number;
    sentences: number;
    paragraphs: number;
  };
  findings: { start: number; end: number; text: string; family: string; subtype: string }[];
  summary: {
    families: Record<
      string,
      {
        count: number;
        per_1000_han: number;
        ci95: [number, number];
        subtypes: Record<string, number>;
      }
    >;
  };
}

/** The report of `cifeng analyze` on a file with this text. */
export async function analyzeByCommand(text: string, more: string[] = []): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
  try {
    const file = join(folder, 'text.txt');
    await writeFile(file, text);
    const program = process.env.CIFENG_BIN ?? 'cifeng';
    const args = ['analyze', '--format', 'json', '--offsets', 'utf16', ...more, file];
    const { stdout } = await run(program, args, { maxBuffer: 256 * 1024 * 1024 });
    return JSON.parse(stdout) as Report;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What `cifeng compare` writes about two files with these texts, as CSV. */
export async function compareByCommand(a: string, b: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
  try {
    const files = [join(folder, 'a.txt'), join(folder, 'b.txt')] as const;
    await Promise.all([writeFile(files[0], a), writeFile(files[1], b)]);
    const program = process.env.CIFENG_BIN ?? 'cifeng';
    const args = ['compare', '--format', 'csv', files[0], '--with', files[1]];
    return (await run(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The reports of `cifeng analyze` on texts with names, as lines of jsonl. */
export async function analyzeLines(texts: { id: string; text: string }[]): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
  try {
    const file = join(folder, 'texts.jsonl');
    await writeFile(file, texts.map(({ id, text }) => JSON.stringify({ id, text })).join('\n'));
    const program = process.env.CIFENG_BIN ?? 'cifeng';
    const form = ['--input', 'jsonl', '--format', 'jsonl', '--offsets', 'utf16'];
    const options = { maxBuffer: 256 * 1024 * 1024 };
    const { stdout } = await run(program, ['analyze', ...form, file], options);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  } finally {
    await rm(folder, { recursive: true });
  }
}
