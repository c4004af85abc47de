import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { EXIT } from '../exit-code.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';

/** What to install, and where. */
export interface Installation {
  readonly folder: string;
  readonly packages: readonly string[];
}

/**
 * Installs packages with npm into a folder, which is there whole or not at all. Nothing of theirs is executed.
 *
 * @param begun Is told of the folder that grows meanwhile.
 * @throws Failure when npm is missing or fails, with its words; the signal's reason when it is aborted.
 */
export async function install(
  { folder, packages }: Installation,
  { env, signal }: Pick<Io, 'env' | 'signal'>,
  begun: (growing: string) => void,
): Promise<void> {
  const growing = `${folder}.${process.pid}.tmp`;
  await rm(growing, { recursive: true, force: true });
  await mkdir(growing, { recursive: true });
  try {
    await writeFile(`${growing}/package.json`, '{ "private": true }\n');
    begun(growing);
    await runNpm(['--prefix', growing, ...packages], { env, signal });
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await rename(growing, folder);
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
}

const FLAGS = [
  '--ignore-scripts',
  '--omit=optional',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
];

async function runNpm(
  args: readonly string[],
  { env, signal }: Pick<Io, 'env' | 'signal'>,
): Promise<void> {
  const isWindows = process.platform === 'win32';
  const child = spawn(isWindows ? 'npm.cmd' : 'npm', ['install', ...FLAGS, ...args], {
    env,
    shell: isWindows,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const leave = (): void => void child.kill();
  signal.addEventListener('abort', leave, { once: true });
  try {
    const closed = once(child, 'close') as Promise<[number | null]>;
    const [said, [code]] = await Promise.all([text(child.stderr), closed]);
    signal.throwIfAborted();
    if (code !== 0)
      throw new Failure(`npm could not install the engine: ${lastWords(said)}`, EXIT.unreachable);
  } catch (error) {
    signal.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Failure(
      'npm was not found; it installs the engine, and comes with Node.',
      EXIT.usage,
    );
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** npm says what is wrong first, and where its log is last. */
function lastWords(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/^npm (?:error|ERR!)\s*/, '').trim());
  return (
    lines
      .filter((line) => line !== '' && !line.includes('complete log'))
      .slice(0, 3)
      .join(' ') || 'it gave no reason'
  );
}
