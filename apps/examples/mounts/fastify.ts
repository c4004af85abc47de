import { createLocalServer } from '@hermes4/server';
import { requestListener } from '@hermes4/server/node';
import { fastify } from 'fastify';

// Without an engine it is the simulator that answers; the keys are those that your callers send.
const server = createLocalServer({ keys: (process.env['APP_KEYS'] ?? '').split(',') });
const listener = requestListener(server);

const app = fastify();

app.register((scope, _, done) => {
  // The server reads the body itself, so here nothing does.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _body, next) => next(null));
  scope.all('/v1/*', (request, reply) => {
    reply.hijack();
    listener(request.raw, reply.raw);
  });
  done();
});

app.get('/', () => 'The rest of the app.');

const origin = await app.listen({ port: Number(process.env['PORT'] ?? 3000), host: '127.0.0.1' });
console.log(`${origin}/v1`);

// Answers on their way may end; after ten seconds they are cut off.
process.once('SIGTERM', () => {
  void app.close();
  setTimeout(() => app.server.closeAllConnections(), 10_000).unref();
});
