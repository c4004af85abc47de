import { createLocalServer, createRelayEngine } from '@hermes4/server';
import { listen } from '@hermes4/server/node';

// The relay as `hermes4 serve` runs it, in a process of its own.
const engine = createRelayEngine({ baseURL: process.argv[2] ?? '', apiKey: 'upstream-key' });
const { baseURL } = await listen(createLocalServer({ engine, allowAnonymous: true }), { port: 0 });
console.log(baseURL);
