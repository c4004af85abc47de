import { createHermes, type ErrorCode, isHermesError } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import { errorResponse } from '../answer/error-body.ts';
import { asRefusal, Refusal } from '../refusal.ts';
import { createFaults, type FaultCall } from './create-faults.ts';
import type { Fault } from './fault.ts';
import type { FaultRule } from './fault-plan.ts';

const WORDS = ['Olá', ', ', 'São ', 'Paulo', '! ', '🙂'];
const TEXT = WORDS.join('');
const messages = [{ role: 'user' as const, content: 'Hello' }];
const model = 'nousresearch/hermes-4-405b';
const base = { id: 'chatcmpl-1', created: 1, model };
const usage = { prompt_tokens: 3, completion_tokens: 6, total_tokens: 9 };

describe('a streamed answer to our client', () => {
  it.each<[string, Fault]>([
    ['comments', { fault: 'comments' }],
    ['CRLF', { fault: 'crlf' }],
    ['CR', { fault: 'cr' }],
    ['a byte order mark', { fault: 'bom' }],
    ['one-byte pieces', { fault: 'pieces' }],
    ['three-byte pieces', { fault: 'pieces', bytes: 3 }],
    ['a slow drip', { fault: 'pieces', bytes: 64, ms: 1 }],
    ['headers that come late', { fault: 'delay', ms: 5 }],
    ['a gap', { fault: 'gap', ms: 20, comments: true }],
    ['a last event that comes twice', { fault: 'repeat-finish' }],
    ['no [DONE]', { fault: 'no-done' }],
    ['no usage', { fault: 'no-usage' }],
    // The stream said [DONE]: it is whole, and only lacks the reason.
    ['no finish reason', { fault: 'no-finish' }],
    // Hosts that mislabel a stream are common enough to read it all the same.
    ['a wrong content type', { fault: 'content-type', type: 'text/plain' }],
  ])('is the same with %s', async (_, fault) => {
    const { stream } = client(fault);
    const { choices } = await stream().finalCompletion();
    expect(choices[0]?.message.content).toBe(TEXT);
  });

  it.each<[string, Fault, ErrorCode, string]>([
    ['a drop after two events', { fault: 'drop', afterEvents: 3 }, 'stream_interrupted', 'Olá, '],
    ['a cut in a line', { fault: 'cut-line', afterEvents: 2 }, 'stream_interrupted', 'Olá'],
    [
      'a cut in a character',
      { fault: 'cut-character', afterEvents: 3 },
      'stream_interrupted',
      'Olá, ',
    ],
    [
      'an end in the middle of JSON',
      { fault: 'truncate', afterEvents: 2 },
      'stream_interrupted',
      'Olá',
    ],
    [
      'an error of the hosted kind',
      { fault: 'error-event', afterEvents: 2 },
      'server_error',
      'Olá',
    ],
    [
      'an error of the OpenRouter kind, with [DONE]',
      { fault: 'error-event', shape: 'openrouter', done: true, afterEvents: 2 },
      'server_error',
      'Olá',
    ],
    [
      'an error of the vLLM kind',
      { fault: 'error-event', shape: 'vllm', afterEvents: 2 },
      'server_error',
      'Olá',
    ],
  ])('ends with what it has after %s', async (_, fault, code, partial) => {
    const error = await failure(() => client(fault).stream().finalCompletion());
    expect(error).toMatchObject({ code });
    expect(error.partial?.choices[0]?.message.content).toBe(partial);
  });

  it.each<[string, Fault, ErrorCode]>([
    ['a web page with a good status', { fault: 'html' }, 'unexpected_response'],
    ['a web page of a gateway', { fault: 'html', status: 502 }, 'overloaded'],
    ['a drop before the headers', { fault: 'drop' }, 'connection_failed'],
    ['a 403', { fault: 'status', status: 403 }, 'out_of_credits'],
    ['a 429', { fault: 'status', status: 429, retryAfter: '2' }, 'rate_limited'],
    ['a 503', { fault: 'status', status: 503 }, 'overloaded'],
  ])('is an error after %s', async (_, fault, code) => {
    const streamed = await failure(() => client(fault).stream().finalCompletion());
    expect(streamed).toMatchObject({ code });
    const whole = await failure(() => client(fault).create());
    expect(whole).toMatchObject({ code });
  });

  it('is cut off when it has no body at all', async () => {
    const streamed = await failure(() => client({ fault: 'empty' }).stream().finalCompletion());
    expect(streamed).toMatchObject({ code: 'stream_interrupted' });
    const whole = await failure(() => client({ fault: 'empty' }).create());
    expect(whole).toMatchObject({ code: 'unexpected_response' });
  });

  it('is whole, and says nothing, when [DONE] follows on nothing but a role', async () => {
    const { choices } = await client({ fault: 'role-only' }).stream().finalCompletion();
    expect(choices[0]).toMatchObject({ finish_reason: null, message: { content: null } });
  });

  it('is asked for again when it drops before it says anything, and not after', async () => {
    const once = client({ fault: 'drop', afterEvents: 0 }, { times: 1, maxRetries: 2 });
    expect((await once.stream().finalCompletion()).choices[0]?.message.content).toBe(TEXT);
    expect(once.calls()).toBe(2);
    const late = client({ fault: 'drop', afterEvents: 2 }, { times: 1, maxRetries: 2 });
    await failure(() => late.stream().finalCompletion());
    expect(late.calls()).toBe(1);
  });

  it('is waited for no longer than the clocks allow, when it hangs', async () => {
    const error = await failure(() => client({ fault: 'hang' }, { timeout: 20 }).create());
    expect(error).toMatchObject({ code: 'timed_out' });
  });
});

describe('a whole answer to our client', () => {
  it.each<[string, Fault]>([
    ['one-byte pieces', { fault: 'pieces' }],
    ['CRLF', { fault: 'crlf' }],
    ['no usage', { fault: 'no-usage' }],
  ])('is the same with %s', async (_, fault) => {
    const { choices } = await client(fault).create();
    expect(choices[0]?.message.content).toBe(TEXT);
  });

  it.each<[string, Fault, ErrorCode]>([
    ['an end in the middle', { fault: 'truncate' }, 'unexpected_response'],
    ['a cut', { fault: 'cut-line' }, 'stream_interrupted'],
    ['a cut in a character', { fault: 'cut-character', afterEvents: 3 }, 'stream_interrupted'],
  ])('is an error after %s', async (_, fault, code) => {
    expect(await failure(() => client(fault).create())).toMatchObject({ code });
  });
});

describe('a script', () => {
  const broken: Fault = { fault: 'status', status: 500 };

  it('plays a fault so many times', async () => {
    expect(await played([{ fault: broken, times: 2 }], 4)).toEqual([500, 500, 200, 200]);
  });

  it('plays a fault for each k-th call', async () => {
    expect(await played([{ fault: broken, every: 3 }], 6)).toEqual([200, 200, 500, 200, 200, 500]);
  });

  it('draws from its seed', async () => {
    const draws = [0.1, 0.9, 0.4];
    const random = (): number => draws.shift() ?? 0;
    const rules = [{ fault: broken, probability: 0.5 }];
    expect(await played(rules, 3, { random })).toEqual([500, 200, 500]);
  });

  it('counts the calls that match', async () => {
    const rules = [{ fault: broken, match: { text: 'second' }, times: 1 }];
    expect(await played(rules, 2, { texts: ['first', 'second'] })).toEqual([200, 500]);
  });

  it('is told, replaced and ended at the admin door', async () => {
    const faults = createFaults({ random: () => 0 });
    const visit = async (method: string, body?: unknown): Promise<unknown> => {
      const route = faults.routes.find((one) => one.method === method);
      const request = new Request('http://localhost/admin/faults', {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const url = new URL(request.url);
      const identity = { id: '1', created: 1, headers: {} };
      return (await route?.handle({ request, url, params: {}, identity }))?.json();
    };
    const plan = [{ fault: broken, times: 1 }];
    expect(await visit('PUT', { plan })).toEqual({ plan });
    expect(await status(faults)).toBe(500);
    expect(await visit('GET')).toEqual({ plan: [{ fault: broken, times: 0 }] });
    expect(await visit('DELETE')).toEqual({ plan: [] });
    await expect(visit('PUT', { plan: [{ fault: { fault: 'status' } }] })).rejects.toThrow(
      'plan[0].fault.status: status needs it; expected a status from 200 to 599.',
    );
  });
});

describe('a fault that a call asks for', () => {
  it.each([
    ['status=503; retry-after=2', 503],
    ['status=429', 429],
    ['html=502', 502],
  ])('is played: %s', async (header, expected) => {
    const faults = createFaults({ allowHeader: true, random: () => 0 });
    expect(await status(faults, { 'x-hermes4-fault': header })).toBe(expected);
  });

  it.each([
    ['nonsense', 'x-hermes4-fault.fault: expected one of status, delay'],
    ['status', 'x-hermes4-fault.status: status needs it'],
    ['status=999', 'expected a status from 200 to 599; received 999'],
    [
      'status=503; after-events=2',
      'status has no such parameter; it has status, retryAfter, message',
    ],
    ['drop=-1', 'expected a whole number of at least 0; received -1'],
    ['hang=1', 'hang has no such parameter; it has none'],
    ['error-event=azure', 'expected aimlapi, openrouter or vllm; received "azure"'],
  ])('is refused in words: %s', async (header, words) => {
    const faults = createFaults({ allowHeader: true, random: () => 0 });
    const refusal = await refused(faults, { 'x-hermes4-fault': header });
    expect(refusal.status).toBe(400);
    expect(refusal.message).toContain(words);
  });

  it('is refused where callers may not ask', async () => {
    const refusal = await refused(createFaults({ random: () => 0 }), { 'x-hermes4-fault': 'hang' });
    expect(refusal.message).toContain('does not let callers ask');
  });
});

interface Setup {
  readonly times?: number;
  readonly maxRetries?: number;
  readonly timeout?: number;
}

/** Our client, in front of one answer that goes wrong. */
function client(fault: Fault, { times, maxRetries = 0, timeout }: Setup = {}) {
  const faults = createFaults({ plan: [{ fault, times }], random: () => 0 });
  let count = 0;
  const hermes = createHermes({
    baseURL: 'http://localhost/v1',
    apiKey: 'test-key',
    maxRetries,
    timeout,
    fetch: async (_, init) => {
      count += 1;
      const text = init?.body as string;
      try {
        return await faults.play(callOf(text, init?.signal ?? undefined), () =>
          Promise.resolve(answer(text.includes('"stream":true'))),
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return errorResponse(
          asRefusal(error),
          { id: '1', created: 1, headers: {} },
          'http://localhost/',
          new Date(0),
        );
      }
    },
  });
  return {
    stream: () => hermes.chat.completions.stream({ messages }),
    create: () => hermes.chat.completions.create({ messages }),
    calls: () => count,
  };
}

async function failure(run: () => Promise<unknown>) {
  const outcome = await run().catch((error: unknown) => error);
  if (isHermesError(outcome)) return outcome;
  throw new Error(`Expected a HermesError, received ${JSON.stringify(outcome)}.`, {
    cause: outcome,
  });
}

function callOf(text: string, signal?: AbortSignal, headers = {}): FaultCall {
  const request = { model, messages, stream: text.includes('"stream":true') };
  return {
    request,
    text,
    headers: new Headers(headers),
    signal: signal ?? new AbortController().signal,
  };
}

async function played(
  plan: readonly FaultRule[],
  count: number,
  { random = () => 0, texts = [] }: { random?: () => number; texts?: readonly string[] } = {},
): Promise<number[]> {
  const faults = createFaults({ plan, random });
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) {
    const call = callOf(texts[index] ?? '');
    const outcome = await faults.play(call, () => Promise.resolve(answer(false))).catch(asRefusal);
    statuses.push(outcome.status);
  }
  return statuses;
}

async function status(faults: ReturnType<typeof createFaults>, headers = {}): Promise<number> {
  const call = callOf('', undefined, headers);
  return (await faults.play(call, () => Promise.resolve(answer(false))).catch(asRefusal)).status;
}

async function refused(faults: ReturnType<typeof createFaults>, headers = {}): Promise<Refusal> {
  const call = callOf('', undefined, headers);
  const play = async (): Promise<Response> =>
    faults.play(call, () => Promise.resolve(answer(false)));
  return asRefusal(await play().catch((error: unknown) => error));
}

function answer(stream: boolean): Response {
  if (!stream) {
    const message = { role: 'assistant', content: TEXT };
    const choices = [{ index: 0, message, finish_reason: 'stop', logprobs: null }];
    return Response.json({ ...base, object: 'chat.completion', choices, usage });
  }
  const chunk = (delta: object, finish_reason: string | null = null): string =>
    JSON.stringify({
      ...base,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason }],
    });
  const events = [
    chunk({ role: 'assistant' }),
    ...WORDS.map((content) => chunk({ content })),
    chunk({}, 'stop'),
    JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [], usage }),
    '[DONE]',
  ];
  return new Response(events.map((event) => `data: ${event}\n\n`).join(''), {
    headers: { 'content-type': 'text/event-stream' },
  });
}
