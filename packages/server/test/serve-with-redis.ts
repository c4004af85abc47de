// One of several servers that share a Redis: `serve-with-redis.ts <setup as JSON>`; prints where it is.
import { createLocalServer, type ExchangeEngine, type Limits } from '../src/index.ts';
import { listen } from '../src/node/index.ts';
import { openRedisLimitStore } from '../src/redis.ts';

/** What such a server is told. */
export interface SharedSetup {
  readonly url: string;
  readonly limits: Limits;
  readonly leaseMs?: number;
  /** The one moment at which it is, in milliseconds since 1970. */
  readonly now?: number;
}

const { url, limits, leaseMs, now } = JSON.parse(process.argv[2] ?? '') as SharedSetup;

/** Begins every answer and ends none. */
const engine: ExchangeEngine = {
  name: 'endless',
  fingerprint: 'endless',
  tokenCounts: 'exact',
  answer: () => {
    const beginning = new TextEncoder().encode(' ');
    return Promise.resolve(
      new Response(new ReadableStream({ start: (body) => body.enqueue(beginning) })),
    );
  },
};

const limitStore = await openRedisLimitStore({
  url,
  leaseMs,
  ...(now !== undefined && { clock: { now: () => now, after: () => () => undefined } }),
  timeoutMs: 30_000,
  onError: (error) => process.stderr.write(`${error.message}\n`),
});
const { baseURL } = await listen(createLocalServer({ engine, limits, limitStore }), { port: 0 });
process.stdout.write(`${baseURL}\n`);
