#!/usr/bin/env node
import { EXIT } from './exit-code.ts';
import { Interruption } from './io.ts';
import { run } from './program.ts';

const interruption = new AbortController();

// The second signal ends the process at once: `once` leaves it to the platform's default.
process.once('SIGINT', () => interruption.abort(new Interruption(EXIT.interrupted)));
process.once('SIGTERM', () => interruption.abort(new Interruption(EXIT.terminated)));

// A reader that closes the pipe, as `head` does, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { stdin, stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  signal: interruption.signal,
});
