#!/usr/bin/env node
import { fstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { EXIT } from './exit-code.ts';
import { Interruption } from './failure.ts';
import { run } from './program.ts';

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

const { stdin, stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), {
  stdin,
  inputEnds: inputEnds(),
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  home: env['HOME'] || homedir(),
  signal: interruption.signal,
});

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
