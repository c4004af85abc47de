import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, afterEach } from 'vitest';

/** How a process ended, and all that it said. */
export interface Outcome {
  /** The exit code; a process that a signal killed has none. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs while the test looks on. */
export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** Resolves, with all that was said so far, once it contains the text. */
  saw(stream: 'stdout' | 'stderr', text: string): Promise<string>;
  /** Ends its standard input, unless that has ended, and resolves when the process has. */
  outcome(): Promise<Outcome>;
}

const alive = new Set<ChildProcessWithoutNullStreams>();

afterEach(() => {
  for (const process of alive) process.kill('SIGKILL');
});

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Where the command line keeps settings, history and keys, instead of in the tester's home. */
export function emptyFolders(): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'hermes4-e2e-'));
  folders.push(folder);
  return {
    HERMES4_CONFIG_DIR: join(folder, 'config'),
    HERMES4_DATA_DIR: join(folder, 'data'),
  };
}

/** Starts a program with nothing of the tester's environment but where programs and caches are; it keeps no history. */
export function start(
  [command, ...args]: readonly [string, ...string[]],
  { env = {}, cwd }: { env?: Readonly<Record<string, string>>; cwd?: string | undefined } = {},
): Child {
  const { PATH = '', HOME = '' } = globalThis.process.env;
  const process = spawn(command, args, { cwd, env: { PATH, HOME, ...emptyFolders(), ...env } });
  alive.add(process);
  // A child that answers without reading leaves its end of the pipe closed.
  process.stdin.on('error', () => undefined);
  const said = { stdout: collect(process.stdout), stderr: collect(process.stderr) };
  const closed = once(process, 'close').then(([exitCode]) => {
    alive.delete(process);
    return exitCode as number | null;
  });
  return { process, saw, outcome };

  async function saw(stream: 'stdout' | 'stderr', text: string): Promise<string> {
    const ended = closed.then(() => true);
    while (!said[stream]().includes(text)) {
      const over = await Promise.race([ended, once(process[stream], 'data').then(() => false)]);
      if (over && !said[stream]().includes(text)) {
        throw new Error(`The process ended without ${JSON.stringify(text)} on ${stream}: ${all()}`);
      }
    }
    return said[stream]();
  }

  async function outcome(): Promise<Outcome> {
    process.stdin.end();
    const exitCode = await closed;
    return { exitCode, stdout: said.stdout(), stderr: said.stderr() };
  }

  function all(): string {
    return JSON.stringify({ stdout: said.stdout(), stderr: said.stderr() });
  }
}

function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  return () => text;
}
