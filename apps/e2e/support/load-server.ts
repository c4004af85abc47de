import { createInterface } from 'node:readline';
import { createLocalServer, createRelayEngine } from '@hermes4/server';
import { listen } from '@hermes4/server/node';

// A server in a process of its own: `sim`, or `relay` and the base URL of what stands behind it. Each line on
// standard input is answered with itself and the heap in use after a collection.
const [kind, upstream = ''] = process.argv.slice(2);
const engine =
  kind === 'relay' ? createRelayEngine({ baseURL: upstream, apiKey: 'upstream-key' }) : undefined;
const listening = await listen(createLocalServer({ engine, allowAnonymous: true }), { port: 0 });
process.stdout.write(`${listening.baseURL}\n`);
createInterface({ input: process.stdin }).on('line', (question) => {
  globalThis.gc?.();
  process.stdout.write(`${question}: ${process.memoryUsage().heapUsed} bytes\n`);
});
process.once('SIGTERM', () => {
  void listening.close().then(() => process.exit(0));
});
