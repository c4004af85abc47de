import { createRelayEngine } from '@hermes4/server';
import { findKey } from '../../keys/find-key.ts';
import { targetOf } from '../../target.ts';
import type { Open } from './engine.ts';

/** Another host, named as for every command: `--host`, `--base-url`, `--key-file`. */
export const openRelay: Open = async ({ repair }, context) => {
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
};
