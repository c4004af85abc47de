import { createLocalServer, createRelayEngine } from '@hermes4/server';
import { listen } from '@hermes4/server/node';
import { openRedisLimitStore } from '@hermes4/server/redis';

const env = (name: string, otherwise?: string): string => {
  const value = process.env[name] ?? otherwise;
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
};

const engine = createRelayEngine({
  host: 'vllm',
  baseURL: env('UPSTREAM_BASE_URL', 'http://hermes4-serve-svc:8000/v1'),
  apiKey: process.env['UPSTREAM_API_KEY'],
  models: { 'nousresearch/hermes-4-405b': 'nousresearch/hermes-4-405b' },
  // vLLM leaves the thoughts in the text: the relay gives them out in their own field.
  repair: true,
});

// Without a Redis, each replica counts for itself.
const redisUrl = process.env['REDIS_URL'];
const limitStore = redisUrl
  ? await openRedisLimitStore({
      url: redisUrl,
      onFailure: 'allow',
      onError: ({ message }) => console.error(message),
    })
  : undefined;

const server = createLocalServer({
  engine,
  limitStore,
  keys: env('APP_KEYS').split(','),
  adminKey: process.env['ADMIN_KEY'],
  maxTokens: 8_192,
  limits: { concurrent: 16, requestsPerMinute: 120 },
});

const listening = await listen(server, {
  host: env('LISTEN_ADDRESS', '127.0.0.1'),
  port: Number(env('PORT', '4405')),
});
console.log(listening.baseURL);

// Kubernetes sends SIGTERM and waits; answers on their way may end.
process.once('SIGTERM', () => {
  void listening.close({ timeoutMs: 540_000 }).then(() => limitStore?.close());
});
