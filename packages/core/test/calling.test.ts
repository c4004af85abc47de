import { expect, test } from 'vitest';
import {
  createHermes,
  type Fetch,
  HermesError,
  type HermesOptions,
  isHermesError,
} from '../src/index.ts';
import { clientOf, hello } from './fake-host.ts';

const answer = {
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'nousresearch/hermes-4-405b',
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: 'Hi',
        reasoning_content: 'A greeting.',
        refusal: null,
        tool_calls: null,
      },
      finish_reason: 'stop',
      logprobs: null,
    },
  ],
  usage: { prompt_tokens: 25, completion_tokens: 2, total_tokens: 27 },
} as const;

/** A host that answers, and what it was sent. */
function listeningHost(): { fetch: Fetch; sent: { url: string; init: RequestInit }[] } {
  const sent: { url: string; init: RequestInit }[] = [];
  return {
    sent,
    fetch: (url, init = {}) => {
      sent.push({ url, init });
      return Promise.resolve(Response.json(answer));
    },
  };
}

function bodyOf({ init }: { init: RequestInit }): unknown {
  return JSON.parse(init.body as string);
}

test('a call is one POST of the parameters, with the default model and no header that a browser would ask leave for', async () => {
  const { fetch, sent } = listeningHost();
  const hermes = createHermes({ apiKey: 'secret-key', fetch });
  const completion = await hermes.chat.completions.create({ ...hello, temperature: 0.6 });
  expect(completion.choices[0]?.message.content).toBe('Hi');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.url).toBe('https://api.aimlapi.com/v1/chat/completions');
  expect(sent[0]?.init).toMatchObject({
    method: 'POST',
    headers: { authorization: 'Bearer secret-key', 'content-type': 'application/json' },
  });
  expect(Object.keys(sent[0]?.init.headers ?? {})).toHaveLength(2);
  expect(bodyOf(sent[0]!)).toEqual({
    model: 'nousresearch/hermes-4-405b',
    messages: hello.messages,
    temperature: 0.6,
  });
});

test('options, headers and model of a call win over those of the client', async () => {
  const { fetch, sent } = listeningHost();
  const hermes = createHermes({
    fetch,
    baseURL: 'http://localhost:8000/v1/',
    model: 'NousResearch/Hermes-4-405B-FP8',
    defaultHeaders: { 'X-Title': 'client', 'X-Kept': 'yes' },
  });
  await hermes.chat.completions.create(
    { ...hello, model: 'other' },
    { headers: { 'x-title': 'call' } },
  );
  await hermes.chat.completions.create(hello);
  expect(sent[0]?.url).toBe('http://localhost:8000/v1/chat/completions');
  expect(sent[0]?.init.headers).toEqual({
    'content-type': 'application/json',
    'x-title': 'call',
    'x-kept': 'yes',
  });
  expect(sent.map((call) => (bodyOf(call) as { model: string }).model)).toEqual([
    'other',
    'NousResearch/Hermes-4-405B-FP8',
  ]);
});

test('a stream asks for the usage, unless the caller has said what it wants', async () => {
  const { fetch, sent } = listeningHost();
  const { completions } = createHermes({ fetch }).chat;
  await completions.stream(hello).finalCompletion();
  await completions
    .stream({ ...hello, stream_options: { include_usage: false } })
    .finalCompletion();
  expect(sent.map(bodyOf)).toEqual([
    expect.objectContaining({ stream: true, stream_options: { include_usage: true } }),
    expect.objectContaining({ stream: true, stream_options: { include_usage: false } }),
  ]);
});

test('an answer can be put back into the conversation as it came', async () => {
  const { fetch, sent } = listeningHost();
  const { completions } = createHermes({ fetch }).chat;
  const first = await completions.create(hello);
  await completions.create({
    messages: [...hello.messages, first.choices[0]!.message, { role: 'user', content: 'More' }],
  });
  expect(bodyOf(sent[1]!)).toMatchObject({
    messages: [hello.messages[0], { role: 'assistant', content: 'Hi' }, { role: 'user' }],
  });
  expect(JSON.stringify(bodyOf(sent[1]!))).not.toMatch(/reasoning|refusal|null/);
});

test('a request that breaks the API document is refused here, before anything is sent', async () => {
  const { fetch, sent } = listeningHost();
  await expect(
    createHermes({ fetch }).chat.completions.create({ ...hello, top_p: 0 }),
  ).rejects.toMatchObject({
    code: 'invalid_request',
    path: 'top_p',
    message: 'top_p: expected a number from 0.01 to 1, received 0.',
  });
  expect(sent).toHaveLength(0);
});

test.each<[string, HermesOptions]>([
  ['apiKey', { apiKey: 'two words' }],
  ['apiKey', { apiKey: 'newline\n' }],
  ['apiKey', { apiKey: '' }],
  ['baseURL', { baseURL: 'api.aimlapi.com' }],
  ['baseURL', { baseURL: 'ftp://host/v1' }],
  ['baseURL', { baseURL: 'https://user:pass@host/v1' }],
  ['baseURL', { baseURL: 'https://host/v1?key=abc' }],
])('an unusable %s is refused at once, by name and without repeating it', (path, options) => {
  const value = Object.values(options)[0] as string;
  let caught: unknown;
  try {
    createHermes(options);
  } catch (error) {
    caught = error;
  }
  expect(caught).toMatchObject({ code: 'invalid_options', path });
  if (path === 'apiKey' && value) expect((caught as Error).message).not.toContain(value);
});

test('a host that cannot be reached is named, with the reason beneath "fetch failed"', async () => {
  const hermes = createHermes({ apiKey: 'secret-key', baseURL: 'http://127.0.0.1:9/v1' });
  const error = await hermes.chat.completions.create(hello).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'connection_failed' });
  expect((error as Error).message).toMatch(/http:\/\/127\.0\.0\.1:9: .*(?:ECONNREFUSED|bad port)/);
});

test('a `fetch` that ignores the signal is not waited for', async () => {
  const hermes = clientOf(() => new Promise(() => undefined));
  const controller = new AbortController();
  const call = hermes.chat.completions.create(hello, { signal: controller.signal });
  controller.abort('no longer');
  await expect(call).rejects.toBe('no longer');
});

test.each([
  ['nothing', ''],
  ['a page', '<html></html>'],
  ['another kind of JSON', '{"data":[]}'],
  ['a bare value', '42'],
])('%s instead of a completion is an error that says so', async (_, text) => {
  const hermes = clientOf(() => Promise.resolve(new Response(text)));
  await expect(hermes.chat.completions.create(hello)).rejects.toMatchObject({
    code: 'unexpected_response',
  });
});

test('an answer larger than the limit is an error', async () => {
  const hermes = createHermes({
    maxResponseBytes: 100,
    fetch: () => Promise.resolve(Response.json(answer)),
  });
  await expect(hermes.chat.completions.create(hello)).rejects.toMatchObject({
    code: 'response_too_large',
  });
});

test('any 2xx status is a success: the hosted API has been seen to answer 201', async () => {
  const hermes = clientOf(() => Promise.resolve(Response.json(answer, { status: 201 })));
  expect((await hermes.chat.completions.create(hello)).id).toBe('chatcmpl-1');
});

test('a key is in no error', async () => {
  const apiKey = 'sk-very-secret';
  const fetches: Fetch[] = [
    () => Promise.reject(new TypeError('fetch failed')),
    () => Promise.resolve(new Response('no', { status: 401 })),
    () => Promise.resolve(new Response('<html>')),
  ];
  for (const fetch of fetches) {
    const error: unknown = await createHermes({ apiKey, fetch })
      .chat.completions.create(hello)
      .catch((caught: unknown) => caught);
    expect(isHermesError(error)).toBe(true);
    expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain(apiKey);
  }
});

test('an error is recognized across two copies of the package', () => {
  const foreign = Object.assign(new Error('x'), {
    brand: new HermesError('y', { code: 'overloaded' }).brand,
  });
  expect(isHermesError(foreign)).toBe(true);
  expect(isHermesError(new Error('x'))).toBe(false);
});

test('an abort from within fetch ends a call whose fetch never answers', async () => {
  const abort = new AbortController();
  const reason = new Error('enough');
  const fetch = (): Promise<Response> => {
    abort.abort(reason);
    return new Promise(() => undefined);
  };
  const hermes = createHermes({ apiKey: 'k', fetch });
  const call = hermes.chat.completions.create(
    { messages: [{ role: 'user', content: 'Hello' }] },
    { signal: abort.signal },
  );
  await expect(call).rejects.toBe(reason);
});
