import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface Message {
  reason: string;
  executable?: string | null;
}

/** Builds `cifeng` once before all tests, unless `CIFENG_BIN` names it: the first build takes minutes. */
export default async function buildCommandLine(): Promise<void> {
  if (process.env.CIFENG_BIN) return;
  const { stdout } = await promisify(execFile)(
    'cargo',
    ['build', '--quiet', '--release', '--locked', '-p', 'cifeng-cli', '--message-format', 'json'],
    { cwd: fileURLToPath(new URL('../../', import.meta.url)), maxBuffer: 64 * 1024 * 1024 },
  );
  const built = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message)
    .findLast(({ executable }) => executable)?.executable;
  if (!built) throw new Error('cargo named no program that it built');
  // Playwright hands its environment on to the processes that run the tests.
  process.env.CIFENG_BIN = built;
}
