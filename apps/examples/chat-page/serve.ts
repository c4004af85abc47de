import { randomBytes } from 'node:crypto';
import {
  createLocalServer,
  createRelayEngine,
  createSimEngine,
  createTickets,
  ticketRoute,
} from '@hermes4/server';
import { createPageServer } from './page-server.ts';

const { AIMLAPI_API_KEY: apiKey, AIMLAPI_BASE_URL: baseURL, PORT = '4406' } = process.env;

// All servers that share a page share the secret, too; alone, one that ends with the process will do.
const tickets = createTickets({ secret: process.env['TICKET_SECRET'] ?? randomBytes(32) });

const relay = createLocalServer({
  // The key stays here. Without one the simulator answers, at the pace of a model.
  engine: apiKey ? createRelayEngine({ host: 'aimlapi', apiKey, baseURL }) : createSimEngine(),
  tokensPerSecond: 30,
  tickets,
  routes: [
    ticketRoute({
      tickets,
      // Who asks is an address here; behind a login, take the user's id.
      authorize: (request) => request.headers.get('x-hermes4-peer'),
      grant: { usd: 0.25 },
    }),
  ],
  limits: { requestsPerMinute: 60 },
  allowedHosts: ['localhost', '127.0.0.1'],
  resume: true,
});

const server = await createPageServer(relay);
server.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  console.log(`http://127.0.0.1:${port}`);
});
