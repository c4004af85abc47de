import { createHermes, type Hermes } from '@hermes4/node';
import type { Io } from '../io.ts';

/** Somebody to ask, with a line that says who it is. */
export interface Answerer {
  readonly hermes: Hermes;
  readonly introduction: string;
  close(): Promise<void>;
}

/** A person reads along: about as fast as the hosted model. */
const READABLE_TOKENS_PER_SECOND = 60;

/** The host that the environment names, with its key. */
export function hostedAnswerer({ env }: Io): Answerer {
  const baseURL = env['AIMLAPI_BASE_URL']?.trim() || 'https://api.aimlapi.com/v1';
  return {
    hermes: createHermes({ baseURL }, env),
    introduction: `asking nousresearch/hermes-4-405b at ${new URL(baseURL).host}`,
    close: () => Promise.resolve(),
  };
}

/** A local server of one's own, on a free port, for as long as it is needed. */
export async function localAnswerer({ stdout }: Io): Promise<Answerer> {
  const [{ createLocalServer }, { listen }] = await Promise.all([
    import('@hermes4/server'),
    import('@hermes4/server/node'),
  ]);
  const tokensPerSecond = stdout.isTTY ? READABLE_TOKENS_PER_SECOND : undefined;
  const listening = await listen(createLocalServer({ tokensPerSecond }), { port: 0 });
  return {
    // Without the environment: the real key is not for it.
    hermes: createHermes({ baseURL: listening.baseURL }, {}),
    introduction: `asking a local simulator at ${new URL(listening.origin).host}, not the model`,
    close: () => listening.close({ force: true }),
  };
}
