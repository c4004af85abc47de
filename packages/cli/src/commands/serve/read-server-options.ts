import { randomBytes } from 'node:crypto';
import type { FaultRule, LocalServerOptions } from '@hermes4/server';
import { UsageError } from '../../failure.ts';
import { readGiven } from '../../files/read-given.ts';
import type { Io } from '../../io.ts';
import type { OpenEngine } from './engine.ts';
import type { ServeOptions } from './serve-options.ts';

/** How the server is set up, and the key that was made for it, if one was. */
export interface ServerSetup {
  readonly server: LocalServerOptions;
  readonly madeKey: string | undefined;
}

/**
 * Reads what flags and files say about the server.
 *
 * @throws UsageError that names the file that cannot be used.
 */
export async function readServerOptions(
  options: ServeOptions,
  { engine }: OpenEngine,
  io: Io,
): Promise<ServerSetup> {
  const { keysFile, adminKeyFile, account, allowAnonymous, faults } = options;
  const listed = keysFile === undefined ? undefined : await readKeys(keysFile, io);
  // What spends somebody's money is not open to whoever reaches this machine's ports.
  const isOpen = !listed && !account && !allowAnonymous;
  const madeKey = isOpen && 'holdsKey' in engine && engine.holdsKey ? newKey() : undefined;
  const adminKey = adminKeyFile === undefined ? undefined : await readKey(adminKeyFile, io);
  const plan = faults === undefined ? undefined : await readPlan(faults, io);
  return {
    madeKey,
    server: {
      engine,
      keys: listed ?? (madeKey === undefined ? undefined : [madeKey]),
      adminKey,
      allowAnonymous,
      account,
      allowedOrigins: options.allowOrigin,
      dialect: options.dialect,
      timing: options.timing,
      tokensPerSecond: options.tokensPerSecond,
      seed: options.seed,
      resume: options.resume,
      maxTokens: options.maxTokens,
      faults: { plan, allowHeader: options.faultHeader },
    },
  };
}

function newKey(): string {
  return `local-${randomBytes(18).toString('base64url')}`;
}

async function readKeys(path: string, io: Io): Promise<string[]> {
  const keys = (await read(path, io)).split('\n').map((line) => line.trim());
  const listed = keys.filter((key) => key !== '' && !key.startsWith('#'));
  if (listed.length > 0) return listed;
  throw new UsageError(`${path} holds no keys: expected one on each line.`);
}

async function readKey(path: string, io: Io): Promise<string> {
  const [key = '', ...others] = await readKeys(path, io);
  if (others.length === 0) return key;
  throw new UsageError(`${path} holds ${others.length + 1} keys: expected one.`);
}

async function readPlan(path: string, io: Io): Promise<FaultRule[]> {
  const text = await read(path, io);
  try {
    return JSON.parse(text) as FaultRule[];
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${(error as Error).message}`);
  }
}

function read(path: string, io: Io): Promise<string> {
  return readGiven(path, io, `${path} cannot be read`);
}
