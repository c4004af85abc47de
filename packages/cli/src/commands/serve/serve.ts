import { createLocalServer } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import { EXIT } from '../../exit-code.ts';
import { Interruption, UsageError } from '../../failure.ts';
import type { Io } from '../../io.ts';

/** What `hermes4 serve` can be told. */
export interface ServeOptions {
  readonly port: number;
}

/** Serves until it is interrupted; the address goes to standard output, the words to standard error. */
export async function serve({ port }: ServeOptions, io: Io): Promise<number> {
  const server = createLocalServer();
  const listening = await open(server, port);
  io.stdout.write(`${listening.baseURL}\n`);
  io.stderr.write(banner(listening, server.engine.name));
  await interrupted(io.signal);
  io.stderr.write('\nhermes4: finishing the answers on their way\n');
  await listening.close();
  return io.signal.reason instanceof Interruption ? io.signal.reason.exitCode : EXIT.ok;
}

async function open(
  server: ReturnType<typeof createLocalServer>,
  port: number,
): Promise<Listening> {
  try {
    return await listen(server, { port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UsageError(`Port ${port} is taken. Choose another with --port, or 0 for a free one.`);
  }
}

function banner({ baseURL }: Listening, engine: string): string {
  return `
hermes4 serves the Hermes 4 API. Engine: ${engine}, a simulator with no model inside.
Nothing leaves this machine, and any key is accepted. Ctrl-C ends it.

  curl ${baseURL}/chat/completions \\
    -H 'content-type: application/json' \\
    -d '{"model":"nousresearch/hermes-4-405b","messages":[{"role":"user","content":"Hello"}]}'

`;
}

async function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
