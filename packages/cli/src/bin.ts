#!/usr/bin/env node
import { fstatSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { EXIT } from './exit-code.ts';
import { Interruption } from './failure.ts';
import { readVersion } from './version.ts';

const interruption = new AbortController();

// The second signal ends the process at once: `once` leaves it to the platform's default.
process.once('SIGINT', () => interruption.abort(new Interruption(EXIT.interrupted)));
process.once('SIGTERM', () => interruption.abort(new Interruption(EXIT.terminated)));

// A reader that closes the pipe, as `head` does, is no error; on standard error it is no loss either.
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const args = process.argv.slice(2);
process.exitCode = isVersion(args) ? sayVersion() : await runProgram(args);

/** Asked by scripts, again and again: it is told before anything else is loaded. */
function isVersion([first, ...others]: readonly string[]): boolean {
  return (first === '--version' || first === '-V') && others.length === 0;
}

function sayVersion(): number {
  process.stdout.write(`${readVersion()}\n`);
  return EXIT.ok;
}

async function runProgram(given: readonly string[]): Promise<number> {
  // From Node 22.1 on: what was compiled once is compiled.
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  const { run } = await import('./program.ts');
  const { stdin, stdout, stderr, env } = process;
  return run(given, {
    stdin,
    inputEnds: inputEnds(),
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    home: env['HOME'] || homedir(),
    signal: interruption.signal,
  });
}

/** Shells pipe through FIFOs; Node gives its children sockets. */
function inputEnds(): boolean {
  try {
    // Without `bigint`, Node 20 remembers the kind of the file that was looked at last, and resolves no link of a
    // package any more when that was a socket.
    return !fstatSync(0, { bigint: true }).isSocket();
  } catch {
    // There is none.
    return true;
  }
}
