import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Io } from '../src/io.ts';
import { run } from '../src/program.ts';

/** What a command said and how it left. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The streams that a test gives a command; nothing is typed, and the environment is empty. */
export function fakeIo(given: Partial<Io> = {}): Io & { stdout: PassThrough; stderr: PassThrough } {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const { signal } = new AbortController();
  const streams = { stdin, stdout: new PassThrough(), stderr: new PassThrough() };
  return {
    inputEnds: true,
    cwd: '/',
    home: '/nowhere',
    signal,
    ...streams,
    ...given,
    // Without a home of its own, there is nowhere to keep anything.
    env: { ...(given.home === undefined && { HERMES4_HISTORY: 'off' }), ...given.env },
  } as ReturnType<typeof fakeIo>;
}

/** Standard input with something piped into it. */
export function piped(input: string): Io['stdin'] {
  const stdin = new PassThrough();
  stdin.end(input);
  return stdin;
}

/** Runs the command line in this process to its end. */
export async function runToEnd(args: readonly string[], given: Partial<Io> = {}): Promise<Outcome> {
  const io = fakeIo(given);
  const [stdout, stderr] = [text(io.stdout), text(io.stderr)];
  const exitCode = await run(args, io);
  io.stdout.end();
  io.stderr.end();
  return { exitCode, stdout: await stdout, stderr: await stderr };
}
