// In an app of Next this file is app/v1/[...path]/route.ts.
import { createLocalServer } from '@hermes4/server';

// Without an engine it is the simulator that answers; the keys are those that your callers send.
const server = createLocalServer({ keys: (process.env['APP_KEYS'] ?? '').split(',') });

const handle = (request: Request): Promise<Response> => server.fetch(request);

export { handle as DELETE, handle as GET, handle as POST };
