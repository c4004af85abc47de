import { createLocalServer, type LocalServerOptions } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import { afterEach } from 'vitest';

const opened = new Set<Listening>();

afterEach(async () => {
  await Promise.all([...opened].map((listening) => listening.close({ force: true })));
  opened.clear();
});

/** Puts a local server on a free port for one test, and ends it after the test. */
export async function openHost(options?: LocalServerOptions): Promise<Listening> {
  const listening = await listen(createLocalServer(options), { port: 0 });
  opened.add(listening);
  return listening;
}
