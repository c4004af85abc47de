import type { Fetch } from '@hermes4/node';
import { readEvents } from './read-events.ts';

/** A JSON value of which nothing is known yet. */
export type Json = unknown;

/** What came back, as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; `undefined` when it is none. */
  readonly json: Json;
}

/** What came back as an event stream, or instead of one. */
export interface StreamedAnswer extends Answer {
  /** Whether it says that it is an event stream. */
  readonly isStream: boolean;
  /** The JSON values of its events, in order. */
  readonly chunks: readonly Json[];
  /** How many comments it carried. */
  readonly comments: number;
  /** Whether it ended with `[DONE]`. */
  readonly isDone: boolean;
}

/** A host as a probe sees it: below the client, which would mend what is to be found. */
export interface Wire {
  readonly model: string;
  /** Whether calls carry a key. */
  readonly hasKey: boolean;
  /** Reads a resource below the base URL. */
  get(path: string): Promise<Answer>;
  /** Reads what the server tells of itself, at its origin. */
  metrics(): Promise<Answer>;
  /** Asks for a chat completion; `model` is filled in. */
  chat(body: object): Promise<Answer>;
  /** The same, streamed and read to its end. */
  stream(body: object): Promise<StreamedAnswer>;
  /** Begins a stream, reads its first bytes, and goes. */
  leave(body: object): Promise<Answer>;
  /** Sends a body as it is, with another key when one is given. */
  send(body: string, key?: string): Promise<Answer>;
}

/** Where a host is, and how to reach it. */
export interface WireOptions {
  readonly baseURL: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** Opens a host to probes. Its calls reject with the signal's reason when that is aborted, or when a call takes too long. */
export function createWire({ baseURL, model, apiKey, fetch, ...limits }: WireOptions): Wire {
  const base = baseURL.replace(/\/+$/, '');
  const call = (path: string, init: RequestInit, key = apiKey, root = base): Promise<Response> =>
    fetch(`${root}${path}`, {
      ...init,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.any([limits.signal, AbortSignal.timeout(limits.timeoutMs)]),
    });
  const post = (body: string, key?: string): Promise<Response> =>
    call('/chat/completions', { method: 'POST', body }, key);
  const ask = (body: object): Promise<Response> => post(JSON.stringify({ model, ...body }));

  return {
    model,
    hasKey: apiKey !== undefined,
    get: async (path) => readAnswer(await call(path, {})),
    metrics: async () => readAnswer(await call('/metrics', {}, apiKey, new URL(baseURL).origin)),
    chat: async (body) => readAnswer(await ask(body)),
    stream: async (body) => readStream(await ask({ ...body, stream: true })),
    leave: async (body) => leave(await ask({ ...body, stream: true })),
    send: async (body, key) => readAnswer(await post(body, key)),
  };
}

async function readAnswer(response: Response): Promise<Answer> {
  return answerOf(response, await response.text());
}

async function readStream(response: Response): Promise<StreamedAnswer> {
  const text = await response.text();
  const isStream = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  const { data, comments, isDone } = readEvents(isStream ? text : '');
  return { ...answerOf(response, text), isStream, chunks: data.map(toJson), comments, isDone };
}

async function leave(response: Response): Promise<Answer> {
  if (!response.ok) return readAnswer(response);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return answerOf(response, new TextDecoder().decode(first?.value as Uint8Array | undefined));
}

function answerOf({ status, headers }: Response, text: string): Answer {
  return { status, headers, text, json: toJson(text) };
}

function toJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
