import { expect } from 'vitest';
import { createRelayEngine } from '../src/engine/relay/relay-engine.ts';
import type { RelayOptions } from '../src/engine/relay/relay-options.ts';
import { Refusal } from '../src/refusal.ts';

/** The upstream's key, in every test. */
export const KEY = 'sk-upstream-0123456789';
export const EVENTS = { 'content-type': 'text/event-stream' };
export const EVENT = 'data: {"choices":[{"index":0,"delta":{"content":"Grüße 😀"}}]}\n\n';

export function textOf({ bytes }: { bytes: Uint8Array }): string {
  return Buffer.from(bytes).toString();
}

interface FakeHost {
  readonly init?: ResponseInit;
  /** What comes after the last part. */
  readonly last?: 'end' | 'break' | 'wait';
}

/** A relay to a `fetch` that answers with these parts, and then ends, breaks or waits. */
export function relayTo(
  parts: readonly (string | Uint8Array)[],
  { init = { headers: EVENTS }, last = 'end', ...options }: FakeHost & RelayOptions = {},
) {
  const rest = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
  const seen = { pulls: 0, isCancelled: false, asked: [] as { url: string; init: RequestInit }[] };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.pulls += 1;
        const part = rest.shift();
        if (part) controller.enqueue(part);
        else if (last === 'end') controller.close();
        else if (last === 'break') controller.error(withCode('ECONNRESET'));
        else return new Promise(() => undefined);
        return undefined;
      },
      cancel: () => void (seen.isCancelled = true),
    },
    { highWaterMark: 0 },
  );
  const engine = createRelayEngine({
    baseURL: 'http://upstream.test/v1',
    apiKey: KEY,
    fetch: (url, sent) => {
      seen.asked.push({ url, init: sent });
      return Promise.resolve(new Response(body, init));
    },
    ...options,
  });
  return { engine, seen };
}

export function withCode(code: string): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error(`connect ${code} 10.1.2.3:80 ${KEY}`), { code }),
  });
}

export async function refusalOf(answered: Promise<Response>): Promise<Refusal> {
  const error = await answered.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}
