import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { expect, test, vi } from 'vitest';
import { createHermes, type Fetch, type Hermes, type HermesOptions } from '../src/index.ts';
import { type OtelOptions, otelInterceptor } from '../src/otel.ts';
import { handClock } from './hand-clock.ts';
import { type Last, streamed } from './streamed.ts';
import { type Telemetry, withTelemetry } from './telemetry.ts';

const HELLO = { messages: [{ role: 'user' as const, content: 'Hello, secret' }] };
const USAGE = {
  prompt_tokens: 7,
  completion_tokens: 5,
  total_tokens: 12,
  prompt_tokens_details: { cached_tokens: 2 },
  completion_tokens_details: { reasoning_tokens: 3 },
};
const WHOLE = {
  id: 'gen-1',
  object: 'chat.completion',
  created: 1,
  model: 'hermes-4-answering',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
  usage: USAGE,
};
const CALL = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openrouter',
  'gen_ai.request.model': 'nousresearch/hermes-4-405b',
  'server.address': 'openrouter.ai',
  'server.port': 443,
};
const ANSWER = {
  'gen_ai.response.id': 'gen-1',
  'gen_ai.response.model': 'hermes-4-answering',
  'gen_ai.response.finish_reasons': ['stop'],
  'gen_ai.usage.input_tokens': 7,
  'gen_ai.usage.output_tokens': 5,
  'gen_ai.usage.cache_read.input_tokens': 2,
  'gen_ai.usage.reasoning.output_tokens': 3,
};

function event(delta: object, more: object = {}): string {
  const { id, created, model } = WHOLE;
  const choices = [{ index: 0, delta, finish_reason: null, ...more }];
  const chunk = { id, object: 'chat.completion.chunk', created, model, choices };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

const USAGE_EVENT = `data: ${JSON.stringify({ ...WHOLE, object: 'chat.completion.chunk', choices: [] })}\n\n`;
const EVENTS = [
  event({ role: 'assistant', content: 'H' }),
  event({ content: 'i' }, { finish_reason: 'stop' }),
  USAGE_EVENT,
  'data: [DONE]\n\n',
];

function whole(): Promise<Response> {
  return Promise.resolve(Response.json(WHOLE));
}

function streams(pieces: readonly string[], last?: Last): Fetch {
  return () => Promise.resolve(streamed(pieces, last ? { last } : {}));
}

function clientOf(
  telemetry: Telemetry,
  fetch: Fetch,
  { options, ...client }: HermesOptions & { options?: OtelOptions } = {},
): Hermes {
  const { tracerProvider, meterProvider } = telemetry;
  const interceptor = otelInterceptor({ tracerProvider, meterProvider, ...options });
  const given = { host: 'openrouter' as const, maxRetries: 0, apiKey: 'sk-very-secret' };
  return createHermes({ ...given, ...client, fetch, interceptors: [interceptor] }, {});
}

/** Ends the pauses between attempts, and lets no deadline run out. */
function soon(ms: number, run: () => void): () => void {
  const timer = ms > 10_000 ? undefined : setImmediate(run);
  return () => clearImmediate(timer);
}

async function read(hermes: Hermes, params: object = HELLO): Promise<unknown> {
  const stream = hermes.chat.completions.stream(params as typeof HELLO);
  return stream.finalCompletion().catch((error: unknown) => error);
}

test('a whole answer is a span with what was asked, answered and used', async () => {
  await withTelemetry(async (telemetry) => {
    const hermes = clientOf(telemetry, whole);
    const params = { ...HELLO, temperature: 0.5, top_p: 0.9, max_tokens: 9, seed: 1, stop: 'x' };
    await hermes.chat.completions.create({ ...params, response_format: { type: 'json_object' } });
    const [span] = telemetry.spans();
    expect(telemetry.spans()).toHaveLength(1);
    expect(span).toMatchObject({
      name: 'chat nousresearch/hermes-4-405b',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      ended: true,
    });
    expect(span?.attributes).toEqual({
      ...CALL,
      ...ANSWER,
      'gen_ai.request.temperature': 0.5,
      'gen_ai.request.top_p': 0.9,
      'gen_ai.request.max_tokens': 9,
      'gen_ai.request.seed': 1,
      'gen_ai.request.stop_sequences': ['x'],
      'gen_ai.output.type': 'json',
    });
  });
});

test('a streamed answer is the same, and tells when its first chunk came', async () => {
  await withTelemetry(async (telemetry) => {
    const clock = handClock();
    const slow: Fetch = async () => {
      await clock.pass(250);
      return streamed(['\n', ...EVENTS]);
    };
    const hermes = clientOf(telemetry, slow, { options: { clock } });
    const reading = hermes.chat.completions.stream(HELLO)[Symbol.asyncIterator]();
    expect((await reading.next()).value).toMatchObject({ type: 'text-delta', text: 'H' });
    await clock.pass(500);
    while (!(await reading.next()).done);
    expect(telemetry.spans()[0]?.attributes).toEqual({
      ...CALL,
      ...ANSWER,
      'gen_ai.request.stream': true,
      'gen_ai.response.time_to_first_chunk': 0.25,
    });
    const model = { 'gen_ai.response.model': 'hermes-4-answering' };
    expect(await telemetry.measured('gen_ai.client.operation.duration')).toMatchObject([
      { attributes: { ...CALL, ...model }, value: { count: 1, sum: 0.75 } },
    ]);
    expect(await telemetry.measured('gen_ai.client.operation.time_to_first_chunk')).toMatchObject([
      { attributes: CALL, value: { count: 1, sum: 0.25 } },
    ]);
    expect(await telemetry.measured('gen_ai.client.token.usage')).toMatchObject([
      { attributes: { ...CALL, ...model, 'gen_ai.token.type': 'input' }, value: { sum: 7 } },
      { attributes: { ...CALL, ...model, 'gen_ai.token.type': 'output' }, value: { sum: 5 } },
    ]);
  });
});

test('the caller gets the same with it as without it', async () => {
  await withTelemetry(async (telemetry) => {
    const bare = createHermes({ fetch: streams(EVENTS) });
    expect(await read(clientOf(telemetry, streams(EVENTS)))).toEqual(await read(bare));
    const create = async (hermes: Hermes): Promise<unknown> =>
      hermes.chat.completions.create(HELLO);
    expect(await create(clientOf(telemetry, whole))).toEqual(
      await create(createHermes({ fetch: whole })),
    );
  });
});

test('the span stands beneath the active one, and the request is sent within it', async () => {
  await withTelemetry(async (telemetry) => {
    const within: (string | undefined)[] = [];
    const fetch: Fetch = () => {
      const attempts = within.push(trace.getActiveSpan()?.spanContext().spanId);
      return attempts === 1 ? Promise.resolve(new Response('', { status: 503 })) : whole();
    };
    const runtime = { now: () => 0, random: () => 0, after: soon };
    const hermes = clientOf(telemetry, fetch, { maxRetries: 1, runtime });
    const tracer = telemetry.tracerProvider.getTracer('test');
    await tracer.startActiveSpan('parent', async (parent) => {
      await hermes.chat.completions.create(HELLO);
      parent.end();
    });
    const [span, parent] = telemetry.spans();
    const id = span?.spanContext().spanId;
    expect(within).toEqual([id, id]);
    expect(span?.parentSpanContext?.spanId).toBe(parent?.spanContext().spanId);
  });
});

test('neither content nor keys are told unless they are asked for', async () => {
  await withTelemetry(async (telemetry) => {
    await read(clientOf(telemetry, streams(EVENTS)));
    await clientOf(telemetry, whole).chat.completions.create(HELLO);
    const told = JSON.stringify(telemetry.spans().map(({ attributes }) => attributes));
    expect(told).not.toMatch(/secret|Hi|messages/);
  });
});

test('content is told in the form of the conventions, without documents', async () => {
  await withTelemetry(async (telemetry) => {
    const events = [
      event({ role: 'assistant', reasoning_content: 'Hm.' }),
      event({ content: 'Let me look.' }),
      event({
        tool_calls: [
          {
            index: 0,
            id: 'c2',
            type: 'function',
            function: { name: 'look', arguments: '{"at":1}' },
          },
        ],
      }),
      event({}, { finish_reason: 'tool_calls' }),
      'data: [DONE]\n\n',
    ];
    const called = { id: 'c1', type: 'function', function: { name: 'look', arguments: 'no JSON' } };
    const file = { file_data: 'JVBERi0=', filename: 'a.pdf' };
    await read(
      clientOf(telemetry, streams(events), {
        toolMode: 'native',
        options: { captureContent: true },
      }),
      {
        messages: [
          { role: 'system', content: 'Be brief.' },
          {
            role: 'user',
            content: [
              { type: 'text', text: 'Look.' },
              { type: 'file', file },
            ],
          },
          { role: 'assistant', content: '', tool_calls: [called] },
          { role: 'tool', tool_call_id: 'c1', content: 'seen' },
        ],
        tools: [{ type: 'function', function: { name: 'look', parameters: { type: 'object' } } }],
      },
    );
    const attributes = telemetry.spans()[0]?.attributes ?? {};
    const told = (name: string): unknown => JSON.parse(String(attributes[name]));
    expect(told('gen_ai.input.messages')).toEqual([
      { role: 'system', parts: [{ type: 'text', content: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { type: 'text', content: 'Look.' },
          { type: 'file', filename: 'a.pdf' },
        ],
      },
      {
        role: 'assistant',
        parts: [{ type: 'tool_call', id: 'c1', name: 'look', arguments: 'no JSON' }],
      },
      { role: 'tool', parts: [{ type: 'tool_call_response', id: 'c1', response: 'seen' }] },
    ]);
    expect(told('gen_ai.output.messages')).toEqual([
      {
        role: 'assistant',
        parts: [
          { type: 'reasoning', content: 'Hm.' },
          { type: 'text', content: 'Let me look.' },
          { type: 'tool_call', id: 'c2', name: 'look', arguments: { at: 1 } },
        ],
        finish_reason: 'tool_calls',
      },
    ]);
    expect(told('gen_ai.tool.definitions')).toMatchObject([{ type: 'function', name: 'look' }]);
  });
});

const FAILED = `data: ${JSON.stringify({ error: { code: 429, message: 'Slow down' } })}\n\n`;
const HTML = { headers: { 'content-type': 'text/html' } };

test.each<[string, Fetch, string, object]>([
  [
    'a refusal',
    () => Promise.resolve(Response.json({ message: 'No.' }, { status: 401 })),
    'unauthorized',
    {},
  ],
  ['a host that is away', () => Promise.reject(new TypeError('away')), 'connection_failed', {}],
  ['an error inside a stream', streams([FAILED]), 'rate_limited', {}],
  [
    'a stream that ends too soon',
    streams(EVENTS.slice(0, 1)),
    'stream_interrupted',
    { 'gen_ai.response.finish_reasons': ['error'] },
  ],
  ['a stream that breaks', streams(EVENTS.slice(0, 1), 'break'), 'stream_interrupted', {}],
  ['a page', () => Promise.resolve(new Response('<html>', HTML)), 'unexpected_response', {}],
  ['an empty answer', () => Promise.resolve(new Response(null)), 'stream_interrupted', {}],
])('%s is a failure with its code', async (_, fetch, code, attributes) => {
  await withTelemetry(async (telemetry) => {
    expect(await read(clientOf(telemetry, fetch))).toMatchObject({ name: 'HermesError', code });
    const [span] = telemetry.spans();
    expect(span?.attributes).toMatchObject({ ...CALL, 'error.type': code, ...attributes });
    expect(span?.status.code).toBe(SpanStatusCode.ERROR);
    expect(await telemetry.measured('gen_ai.client.operation.duration')).toMatchObject([
      { attributes: { ...CALL, 'error.type': code }, value: { count: 1 } },
    ]);
  });
});

test('JSON that is none is a failure of a whole answer', async () => {
  await withTelemetry(async (telemetry) => {
    const hermes = clientOf(telemetry, () => Promise.resolve(new Response('no JSON')));
    await expect(hermes.chat.completions.create(HELLO)).rejects.toMatchObject({
      code: 'unexpected_response',
    });
    expect(telemetry.spans()[0]?.attributes['error.type']).toBe('unexpected_response');
  });
});

test('a call that its caller stops has ended and has not failed', async () => {
  await withTelemetry(async (telemetry) => {
    const hermes = clientOf(telemetry, streams(EVENTS.slice(0, 1), 'wait'));
    for await (const part of hermes.chat.completions.stream(HELLO)) {
      expect(part.type).toBe('text-delta');
      break;
    }
    const controller = new AbortController();
    const waiting = clientOf(telemetry, () => {
      setImmediate(() => controller.abort());
      return new Promise(() => undefined);
    });
    const answer = waiting.chat.completions.create(HELLO, { signal: controller.signal });
    await expect(answer).rejects.toThrow('aborted');
    expect(telemetry.spans().map(({ attributes }) => attributes['error.type'])).toEqual([
      'AbortError',
      'AbortError',
    ]);
    expect(telemetry.spans().map(({ status }) => status.code)).toEqual([0, 0]);
    expect(telemetry.spans()[0]?.attributes['gen_ai.response.finish_reasons']).toEqual(['error']);
  });
});

test.each([
  ['JSON', '{"messages":"Hello","tools":[1,{}],"temperature":"warm","stop":5,"n":null}'],
  ['a value', '"Hello"'],
  ['text', 'Hello'],
])('whatever an interceptor has made of a request, %s too, is sent', async (_, body) => {
  await withTelemetry(async ({ tracerProvider, meterProvider }) => {
    const options = { tracerProvider, meterProvider, captureContent: true };
    const send = otelInterceptor(options)(whole);
    const request = { url: 'http://a.example/chat/completions', method: 'POST', headers: {}, body };
    const response = await send({ ...request, method: 'POST' });
    expect(await response.json()).toEqual(WHOLE);
  });
});

test('who answers is named by the address when no host is known there, and by the caller before all', async () => {
  await withTelemetry(async (telemetry) => {
    const baseURL = 'http://gpu.example:8000/v1';
    for (const options of [{}, { provider: 'mine' }]) {
      const hermes = clientOf(telemetry, whole, { baseURL, options });
      await hermes.chat.completions.create(HELLO);
    }
    expect(telemetry.spans().map(({ attributes }) => attributes)).toMatchObject([
      { 'gen_ai.provider.name': 'gpu.example', 'server.port': 8000 },
      { 'gen_ai.provider.name': 'mine', 'server.address': 'gpu.example' },
    ]);
  });
});

test('other endpoints are not told of', async () => {
  await withTelemetry(async (telemetry) => {
    const hermes = clientOf(telemetry, () => Promise.resolve(Response.json({ data: [] })));
    await hermes.models.list();
    expect(telemetry.spans()).toEqual([]);
  });
});

test('without an OpenTelemetry that is set up, calls are made as ever', async () => {
  const hermes = createHermes({ fetch: whole, interceptors: [otelInterceptor()] });
  const completion = await hermes.chat.completions.create(HELLO);
  expect(completion.choices[0]?.message.content).toBe('Hi');
});

test('the main entry does without OpenTelemetry', async () => {
  vi.resetModules();
  vi.doMock('@opentelemetry/api', () => {
    throw new Error('@opentelemetry/api is not installed.');
  });
  expect(await import('../src/index.ts')).toHaveProperty('createHermes');
  await expect(import('../src/otel.ts')).rejects.toThrow();
});
