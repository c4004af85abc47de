import { createLocalServer } from '@hermes4/server';
import { Hono } from 'hono';

// Without an engine it is the simulator that answers; the keys are those that your callers send.
const server = createLocalServer({ keys: (process.env['APP_KEYS'] ?? '').split(',') });

const app: Hono = new Hono();

app.all('/v1/*', (context) => server.fetch(context.req.raw));

app.get('/', (context) => context.text('The rest of the app.'));

export default app;
