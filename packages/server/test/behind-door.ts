import type { WireChatRequest } from '@hermes4/core/internal';
import type { DoorOptions } from '../src/door/door-options.ts';
import { createLocalServer, type ExchangeEngine } from '../src/index.ts';

/** What an engine was given of one call. */
export interface Reached {
  readonly request: WireChatRequest;
  readonly text: string;
}

/** The key that the engine behind a door holds, which nobody may see. */
export const UPSTREAM_KEY = 'sk-upstream-key-that-nobody-may-see';

/** A server whose engine holds a key, and counts what reaches it. */
export function behindDoor(options: DoorOptions): {
  readonly calls: readonly Reached[];
  fetch(request: Request): Promise<Response>;
  statuses(requests: readonly Request[]): Promise<number[]>;
} {
  const calls: Reached[] = [];
  const engine: ExchangeEngine = {
    name: 'counted',
    fingerprint: UPSTREAM_KEY,
    tokenCounts: 'exact',
    holdsKey: true,
    answer: ({ request, text }) => {
      calls.push({ request, text });
      return Promise.resolve(Response.json({ fine: true }));
    },
  };
  const { fetch } = createLocalServer({ allowAnonymous: true, ...options, engine });
  return {
    calls,
    fetch,
    statuses: async (requests) =>
      (await Promise.all(requests.map((request) => fetch(request)))).map(({ status }) => status),
  };
}
