import type { Fetch } from '@hermes4/core';

/** The page's origin in tests. */
export const ORIGIN = 'http://page.test';

/** One call as it reached the relay. */
export interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: { readonly messages: readonly Message[] } & Record<string, unknown>;
  readonly signal: AbortSignal | undefined;
}

interface Message {
  readonly role: string;
  readonly content?: unknown;
}

/** An answer that a test writes, piece by piece. */
export interface Script {
  readonly response: Response;
  delta(delta: object): void;
  say(text: string): void;
  raw(text: string): void;
  finish(more?: object, reason?: string): void;
  close(): void;
  fail(): void;
  /** Whether the reader has left. */
  wasCancelled(): boolean;
}

/** Makes an answer of a relay, as a stream of events. */
export function script(headers: Record<string, string> = {}): Script {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let cancelled = false;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      cancelled = true;
    },
  });
  const raw = (text: string): void => {
    if (!cancelled) controller.enqueue(encoder.encode(text));
  };
  const event = (value: object): void => raw(`data: ${JSON.stringify(value)}\n\n`);
  const delta = (given: object): void => event(chunk({ delta: given }));
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream', ...headers } }),
    delta,
    say: (content) => delta({ content }),
    raw,
    finish: (more = {}, reason = 'stop') => {
      event({ ...chunk({ delta: {}, finish_reason: reason }), ...more });
      raw('data: [DONE]\n\n');
      if (!cancelled) controller.close();
    },
    close: () => controller.close(),
    fail: () => controller.error(new TypeError('network error')),
    wasCancelled: () => cancelled,
  };
}

/** A piece of an answer as the API sends it. */
export function chunk(choice: object): object {
  return {
    id: 'c1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'nousresearch/hermes-4-405b',
    choices: [{ index: 0, finish_reason: null, ...choice }],
  };
}

/** A `fetch` that notes each call and asks a test what to answer. */
export function relay(answer: (call: Call, index: number) => Response | Promise<Response>): {
  readonly fetch: Fetch;
  readonly calls: Call[];
} {
  const calls: Call[] = [];
  const fetch: Fetch = async (url, init = {}) => {
    const body =
      typeof init.body === 'string' ? (JSON.parse(init.body) as Call['body']) : { messages: [] };
    const { method = 'GET' } = init;
    const signal = init.signal ?? undefined;
    calls.push({ url, method, headers: new Headers(init.headers), body, signal });
    return answer(calls.at(-1) as Call, calls.length - 1);
  };
  return { fetch, calls };
}

/** Lets everything happen that waits for nothing but its turn. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits for what waits for more than its turn, such as code that is loaded; the test's own limit ends it. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turns(1);
}
