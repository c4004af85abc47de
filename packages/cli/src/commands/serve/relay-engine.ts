import { isHermesError } from '@hermes4/core';
import {
  createRelayEngine,
  createRelayPool,
  type RelayPool,
  type RelayPoolOptions,
  type UpstreamChange,
} from '@hermes4/server';
import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { findKey } from '../../keys/find-key.ts';
import { targetOf } from '../../target.ts';
import type { Open, OpenEngine } from './engine.ts';
import { readPoolFile } from './read-pool-file.ts';

/** Other hosts: one that is named as for every command, `--host`, `--base-url`, `--key-file`; or those of a file. */
export const openRelay: Open = ({ upstreams, repair }, context) =>
  upstreams === undefined ? openOne(repair, context) : openSeveral(upstreams, repair, context);

async function openOne(repair: true | undefined, context: Context): Promise<OpenEngine> {
  const settings = await context.settings();
  const target = targetOf(settings, context.io.env);
  const found = await findKey(target, settings, context.io);
  return {
    engine: createRelayEngine({
      host: target.host,
      baseURL: target.baseURL,
      apiKey: found?.key,
      repair,
    }),
    description: `relay, which passes calls to ${target.origin}`,
    reach: found
      ? `Calls are sent there with the key from ${found.from}, and are paid for.`
      : 'Calls are sent there without a key.',
  };
}

async function openSeveral(
  path: string,
  repair: true | undefined,
  { io, say }: Context,
): Promise<OpenEngine> {
  const { upstreams, ...options } = await readPoolFile(path, io);
  const repaired = upstreams.map((one) => ({ repair, ...one }));
  const engine = create(path, {
    ...options,
    upstreams: repaired,
    onChange: (change) => say(lineOf(change)),
  });
  const names = engine.upstreams().map(({ name }) => name);
  return {
    engine,
    description: `relay, which shares calls among ${names.join(', ')}`,
    reach: engine.holdsKey
      ? `Calls are sent there with the keys that ${path} names, and are paid for.`
      : 'Calls are sent there without a key.',
    close() {
      engine.close();
      return Promise.resolve();
    },
  };
}

/** A mistake in an option is told as one of its file. */
function create(path: string, options: RelayPoolOptions): RelayPool {
  try {
    return createRelayPool(options);
  } catch (error) {
    if (isHermesError(error)) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

/** `rack-a is ejected until 12:00:05: The upstream could not be reached (ECONNREFUSED).` */
function lineOf({ upstream, standing, until, reason }: UpstreamChange): string {
  const end = until === undefined ? '' : ` until ${new Date(until).toTimeString().slice(0, 8)}`;
  return `${upstream} is ${standing}${end}: ${reason}`;
}
