import { createLocalServer, type LocalServerOptions } from '@hermes4/server';
import { listen } from '@hermes4/server/node';
import { onTestFinished } from 'vitest';

/** A host with an account, as the hosted API keeps one. */
export interface LocalHost {
  readonly baseURL: string;
  readonly origin: string;
  /** What a command finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

export const KEY = 'sk-12345-the-key-of-the-test-account';
export const MANAGEMENT_KEY = 'mk-12345-the-key-that-manages-keys';

/** Opens a local server for the time of a test. */
export async function openLocalHost(options: LocalServerOptions = {}): Promise<LocalHost> {
  const start = { key: KEY, managementKey: MANAGEMENT_KEY };
  const server = createLocalServer({ account: { start }, ...options });
  const listening = await listen(server, { port: 0 });
  const { baseURL, origin } = listening;
  onTestFinished(() => listening.close({ force: true }));
  return { baseURL, origin, env: { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: baseURL } };
}
