import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** An example that serves. */
export interface Served {
  /** The first line that it printed. */
  readonly baseURL: string;
  /** Sends SIGTERM. */
  terminate(): void;
  /** The exit code, once it has left by itself. */
  readonly left: Promise<number | null>;
}

/** Starts an example that prints where it serves, lets a test use it, and ends it whatever happened. */
export async function withExample(
  file: string,
  env: Readonly<Record<string, string>>,
  use: (served: Served) => Promise<void>,
): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: folder,
    env: { PATH, HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const left = once(child, 'exit').then(([code]) => code as number | null);
  try {
    const baseURL = await firstLine(child);
    await use({ baseURL, left, terminate: () => child.kill('SIGTERM') });
  } finally {
    child.kill('SIGKILL');
    await left;
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The example has no standard output.');
  for await (const line of createInterface(stdout)) return line;
  throw new Error('The example left without saying where it serves.');
}
