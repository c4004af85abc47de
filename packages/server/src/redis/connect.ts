import { HermesError } from '@hermes4/core';
import type { Redis, RedisOptions } from 'ioredis';
import { within } from './link.ts';

/** How long a connection may take until commands can be sent, in milliseconds. */
const CONNECT_MS = 5_000;

/** What never queues, never sends again, and comes back by itself. */
const OPTIONS: RedisOptions = {
  lazyConnect: true,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  connectTimeout: CONNECT_MS,
  keepAlive: 10_000,
  connectionName: 'hermes4',
};

/** Loads `ioredis`. */
export type ImportIoredis = () => Promise<{ readonly Redis: typeof Redis }>;

/**
 * Makes a client for an address; it is not connected yet.
 *
 * @throws HermesError `invalid_options` for what is no address of a Redis, and when `ioredis` is missing.
 */
export async function makeClient(url: string, importIoredis: ImportIoredis): Promise<Redis> {
  checkAddress(url);
  const ioredis = await importIoredis().catch(sayWhatToInstall);
  const client = new ioredis.Redis(url, OPTIONS);
  endWhatStaysSilent(client);
  return client;
}

/**
 * Connects for the first time.
 *
 * @throws Whatever went wrong, in the client's own words; the client goes on trying.
 */
export async function connect(client: Redis): Promise<void> {
  let why: unknown;
  const listen = (error: Error): void => void (why ??= error);
  client.on('error', listen);
  try {
    await within(CONNECT_MS, client.connect());
  } catch (error) {
    // The client says no more than that the connection was closed; the reason came as an event.
    throw why ?? error;
  } finally {
    client.off('error', listen);
  }
}

/** Connects anew, unless the connection is younger than a command that waited so long on it. */
export function reconnecter(client: Redis, waitedMs: number): () => void {
  let readyAt = performance.now();
  client.on('ready', () => (readyAt = performance.now()));
  return () => {
    if (performance.now() - readyAt < waitedMs) return;
    readyAt = Infinity;
    client.disconnect(true);
  };
}

/** Takes leave, if Redis is there to hear it. */
export async function disconnect(client: Redis): Promise<void> {
  try {
    await within(CONNECT_MS, client.quit());
  } catch {
    client.disconnect();
  }
}

/** A Redis that is frozen takes connections, and answers nothing on them. */
function endWhatStaysSilent(client: Redis): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  client.on('connect', () => (timer = setTimeout(() => client.disconnect(true), CONNECT_MS)));
  for (const event of ['ready', 'close']) client.on(event, () => clearTimeout(timer));
}

function checkAddress(url: string): void {
  if (URL.canParse(url) && /^rediss?:$/.test(new URL(url).protocol)) return;
  // What was given may hold a password, so it is not repeated.
  throw new HermesError(
    'Option url cannot be used: expected the address of a Redis, such as redis://127.0.0.1:6379 or rediss://user:password@host:6379.',
    { code: 'invalid_options', path: 'url' },
  );
}

function sayWhatToInstall(cause: unknown): never {
  throw new HermesError(
    'Limits are shared through Redis with the package ioredis, which is not installed. Run `npm install ioredis@5`, with `--global` where hermes4 was installed so.',
    { code: 'invalid_options', path: 'url', cause },
  );
}
