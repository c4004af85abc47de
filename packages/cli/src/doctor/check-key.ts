import { EXIT } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { findKey } from '../keys/find-key.ts';
import { openKeyStore } from '../keys/key-store.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import type { Target } from '../target.ts';
import type { Outcome } from './finding.ts';

/** Whether there is a key, where it came from, and whether others can read it. */
export async function checkKey(target: Target, settings: Settings, io: Io): Promise<Outcome> {
  const { origin, apiKeyEnv } = target;
  const found = await findKey(target, settings, io);
  if (!found) return withoutKey(target);
  const facts = { from: found.from, variable: apiKeyEnv ?? null };
  const summary = `The key comes from ${found.from}`;
  const stored = await openKeyStore(io).find(origin);
  if (!stored?.isExposed) return { status: 'ok', summary, facts };
  return {
    status: 'warning',
    summary: `Others on this machine can read the stored key in ${stored.path}`,
    advice: `Take that away: chmod 600 ${stored.path}`,
    facts,
  };
}

function withoutKey({ host, origin, apiKeyEnv }: Target): Outcome {
  const isOnThisMachine = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|$)/.test(
    origin,
  );
  if (apiKeyEnv === undefined || isOnThisMachine) {
    return { status: 'ok', summary: `No key, which ${origin} may not need`, facts: { from: null } };
  }
  return {
    status: 'failed',
    summary: `There is no key for ${origin}`,
    advice: [
      host === 'aimlapi'
        ? 'Create one at https://aimlapi.com/app/keys, then'
        : 'Get one from the host, then',
      `set ${apiKeyEnv}, or store it: hermes4 keys set`,
    ].join(' '),
    facts: { from: null, variable: apiKeyEnv },
    exitCode: EXIT.unauthorized,
  };
}
