import { createLocalServer } from '@hermes4/server';
import { listen } from '@hermes4/server/node';

// Without an engine it is the simulator that answers; the keys are those that your callers send.
const server = createLocalServer({ keys: (process.env['APP_KEYS'] ?? '').split(',') });

const listening = await listen(server, { port: Number(process.env['PORT'] ?? 4405) });
console.log(listening.baseURL);

// Answers on their way may end; after ten seconds they are cut off.
process.once('SIGTERM', () => void listening.close({ timeoutMs: 10_000 }));
