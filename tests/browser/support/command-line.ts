import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** The parts of a report that the tests look into. */
export interface Report {
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

/** The report of `cifeng analyze` on a file with this text; `CIFENG_BIN` may name the program. */
export async function analyzeByCommand(text: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'cifeng-'));
  try {
    const file = join(folder, 'text.txt');
    await writeFile(file, text);
    const binary = process.env.CIFENG_BIN;
    const program = binary ?? 'cargo';
    const prefix = binary ? [] : ['run', '--quiet', '--release', '-p', 'cifeng-cli', '--'];
    const args = [...prefix, 'analyze', '--format', 'json', '--offsets', 'utf16', file];
    const { stdout } = await run(program, args, { cwd: project, maxBuffer: 256 * 1024 * 1024 });
    return JSON.parse(stdout) as Report;
  } finally {
    await rm(folder, { recursive: true });
  }
}
