import { createLocalServer, type LocalServerOptions } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import { afterAll, beforeAll } from 'vitest';

/** The one key that the local host knows. */
export const KEY = 'test-key';

/** Starts a local server for the tests of a file, on a real socket, and ends it after them. */
export function useLocalHost(options: LocalServerOptions = {}): { readonly baseURL: string } {
  let listening: Listening | undefined;
  beforeAll(async () => {
    listening = await listen(createLocalServer({ ...options, keys: [KEY] }), { port: 0 });
  });
  afterAll(() => listening?.close({ force: true }));
  return {
    get baseURL() {
      if (!listening) throw new Error('The local host runs only while the tests run.');
      return listening.baseURL;
    },
  };
}
