import { createLocalServer, createRelayPool } from '@hermes4/server';
import { listen } from '@hermes4/server/node';

// A server in a process of its own: a slow simulator, or a relay over the upstreams whose base URLs are given.
const baseURLs = process.argv.slice(2);
const server =
  baseURLs.length > 0
    ? createLocalServer({
        engine: createRelayPool({
          upstreams: baseURLs.map((baseURL) => ({ baseURL, timeouts: { idleMs: 8_000 } })),
          checks: { intervalMs: 500, timeoutMs: 3_000 },
          onChange: (change) => process.stderr.write(`${JSON.stringify(change)}\n`),
        }),
      })
    : createLocalServer({ tokensPerSecond: 10 });
const listening = await listen(server, { port: 0 });
process.stdout.write(`${listening.baseURL}\n`);
