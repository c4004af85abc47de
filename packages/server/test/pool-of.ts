import type { EngineExchange } from '../src/engine/engine.ts';
import type {
  PoolUpstream,
  RelayPoolOptions,
  UpstreamChange,
} from '../src/engine/relay/pool/pool-options.ts';
import { createRelayPool } from '../src/engine/relay/pool/relay-pool.ts';
import { exchangeOf } from './exchange.ts';
import { handClock } from './hand-clock.ts';
import { EVENT, EVENTS, withCode } from './relay-to.ts';

/** What a host of a test does with a request. */
export type Reply = (init: RequestInit, url: string) => Response | Promise<Response>;

/** Answers with this text, as one event of a stream. */
export function says(text = EVENT, init: ResponseInit = {}): Reply {
  return () => new Response(text, { headers: EVENTS, ...init });
}

/** Answers with a status, as hosts tell an error. */
export function fails(status: number, headers: Record<string, string> = {}): Reply {
  return () => Response.json({ error: { message: `It says ${status}.` } }, { status, headers });
}

/** Cannot be reached. */
export const away: Reply = () => Promise.reject(withCode('ECONNREFUSED'));

/** Takes the request and never says a word, until it is hung up on. */
export const silent: Reply = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

/** Sends these parts, then breaks the connection, or waits. */
export function sends(parts: readonly string[], last: 'break' | 'wait' | 'end'): Reply {
  return () => {
    const rest = [...parts];
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const part = rest.shift();
          if (part !== undefined) controller.enqueue(Buffer.from(part));
          else if (last === 'break') controller.error(withCode('ECONNRESET'));
          else if (last === 'end') controller.close();
          else return new Promise(() => undefined);
          return undefined;
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: EVENTS });
  };
}

/** A pool over hosts that do as they are told; what a host does can be changed while it lives. */
export function poolOf(
  replies: Record<string, Reply>,
  {
    upstream = {},
    ...options
  }: Partial<RelayPoolOptions> & { upstream?: Omit<PoolUpstream, 'name'> } = {},
) {
  const clock = handClock();
  const asked: string[] = [];
  const changes: UpstreamChange[] = [];
  const reply = (name: string): Reply => replies[name] ?? away;
  const pool = createRelayPool({
    upstreams: Object.keys(replies).map((name) => ({
      name,
      baseURL: `http://${name}.test/v1`,
      fetch: async (url, init) => {
        asked.push(name);
        return reply(name)(init, url);
      },
      ...upstream,
    })),
    clock,
    onChange: (change) => changes.push(change),
    ...options,
  });
  /** Calls, reads to the end, and tells who has answered and what. */
  const call = async (exchange: EngineExchange = exchangeOf({ stream: true })) => {
    const response = await pool.answer(exchange);
    return {
      status: response.status,
      by: response.headers.get('x-hermes4-upstream'),
      text: await response.text(),
    };
  };
  const standings = (): Record<string, string> =>
    Object.fromEntries(pool.upstreams().map(({ name, standing }) => [name, standing]));
  return { pool, replies, clock, asked, changes, call, standings };
}
