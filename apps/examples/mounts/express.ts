import type { AddressInfo } from 'node:net';
import { createLocalServer } from '@hermes4/server';
import { requestListener } from '@hermes4/server/node';
import express from 'express';

// Without an engine it is the simulator that answers; the keys are those that your callers send.
const server = createLocalServer({ keys: (process.env['APP_KEYS'] ?? '').split(',') });

const app = express();

// Before express.json(), because the server reads the body itself.
app.use('/ai', requestListener(server));

app.use(express.json());
app.get('/', (_, response) => response.send('The rest of the app.'));

const http = app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}/ai/v1`);
});

// Answers on their way may end; after ten seconds they are cut off.
process.once('SIGTERM', () => {
  http.close();
  setTimeout(() => http.closeAllConnections(), 10_000).unref();
});
