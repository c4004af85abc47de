import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { EXIT } from '../src/exit-code.ts';
import { Interruption } from '../src/failure.ts';
import type { Io } from '../src/io.ts';
import { run } from '../src/program.ts';
import { fakeIo } from './terminal.ts';

/** Serves until the test is over, and tells what it said first. */
export async function serve(args: readonly string[], given: Partial<Io> = {}) {
  const stop = new AbortController();
  const io = fakeIo({ ...given, signal: stop.signal });
  const left = run(['serve', '--port', '0', ...args], io);
  onTestFinished(async () => {
    stop.abort(new Interruption(EXIT.interrupted));
    expect(await left).toBe(EXIT.interrupted);
  });
  const [address] = (await once(io.stdout, 'data')) as [Buffer];
  await new Promise((resolve) => setImmediate(resolve));
  const url = `${String(address).trim()}/chat/completions`;
  return { url, banner: String(io.stderr.read()), said: () => String(io.stderr.read()) };
}
