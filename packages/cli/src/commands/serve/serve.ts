import {
  createLocalServer,
  type LocalServer,
  type LocalServerOptions,
  Refusal,
} from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { Interruption, UsageError } from '../../failure.ts';
import { bannerOf } from './banner.ts';
import type { Open, OpenEngine } from './engine.ts';
import { engines } from './engines.ts';
import { type OpenLimits, openLimits } from './open-limits.ts';
import { readServerOptions } from './read-server-options.ts';
import type { ServeOptions } from './serve-options.ts';

/** Serves until it is interrupted; the address goes to standard output, the words to standard error. */
export async function serve(options: ServeOptions, context: Context): Promise<number> {
  const open: Open = engines[options.engine];
  const limits = await openLimits(options, context);
  // A connection that stays open would keep a command alive that has failed.
  try {
    const engine = await open(options, context);
    await serveWith(engine, limits, options, context);
    await engine.close?.();
  } finally {
    await limits.close?.();
  }
  const { signal } = context.io;
  return signal.reason instanceof Interruption ? signal.reason.exitCode : EXIT.ok;
}

async function serveWith(
  engine: OpenEngine,
  { limits, limitStore, reach }: OpenLimits,
  options: ServeOptions,
  context: Context,
): Promise<void> {
  const { io, isQuiet, styles } = context;
  const { server: setup, madeKey } = await readServerOptions(options, engine, io);
  const onError = (error: unknown): void => context.say(String(error));
  const server = create({ ...setup, limits, limitStore, onError }, options);
  const keys = await server.opened;
  const listening = await listenOn(server, options);
  io.stdout.write(`${listening.baseURL}\n`);
  if (!isQuiet) {
    const { requiresKey } = server;
    const facts = { engine, limits: reach, requiresKey, key: madeKey ?? keys?.key, keys };
    io.stderr.write(bannerOf({ ...listening, ...facts }, styles.stderr));
  }
  await interrupted(io.signal);
  context.say('finishing the answers on their way; Ctrl-C again cuts them off');
  await listening.close();
}

/** A fault that cannot be is told as the fault of its file. */
function create(setup: LocalServerOptions, { faults }: ServeOptions): LocalServer {
  try {
    return createLocalServer(setup);
  } catch (error) {
    if (error instanceof Refusal) throw new UsageError(`${faults ?? '--faults'}: ${error.message}`);
    throw error;
  }
}

async function listenOn(server: LocalServer, { port, bind }: ServeOptions): Promise<Listening> {
  try {
    return await listen(server, { port, host: bind });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new UsageError(
        `Port ${port} is taken. Choose another with --port, or 0 for a free one.`,
      );
    }
    if (code === 'EACCES') {
      throw new UsageError(`Port ${port} is not for everybody. Choose one from 1024, with --port.`);
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new UsageError(`${bind} is no address of this machine. Choose another with --bind.`);
    }
    throw error;
  }
}

async function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
