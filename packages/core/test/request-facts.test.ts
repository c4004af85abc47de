import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { fakeClock } from './fake-clock.ts';
import { answer, clientOf, hello, streams } from './fake-host.ts';

test('says what the host told of the call, and when things happened', async () => {
  const clock = fakeClock();
  const headers = {
    'x-inference-id': 'inf-1',
    'x-aimlapi-credits-used': '2480',
    'x-aimlapi-usd-spent': '0.001240000',
  };
  let sent: RequestInit = {};
  const hermes = clientOf(
    async (_url, init = {}) => {
      sent = init;
      await clock.pass(40);
      return Response.json(answer, { headers });
    },
    { runtime: clock.runtime },
  );
  const options = { clientRequestId: 'order-7:a.b_c' };
  const { _request } = await hermes.chat.completions.create(hello, options);
  expect(_request).toEqual({
    id: 'inf-1',
    clientRequestId: 'order-7:a.b_c',
    credits: 2_480,
    usd: 0.001_24,
    attempts: 1,
    timings: {
      startedAt: clock.runtime.now() - 40,
      headersMs: 40,
      firstContentMs: 40,
      totalMs: 40,
    },
  });
  expect(sent.headers).toHaveProperty('x-client-request-id', 'order-7:a.b_c');
});

test('guesses nothing', async () => {
  const { _request } = await clientOf(() =>
    Promise.resolve(Response.json(answer, { headers: { 'x-aimlapi-usd-spent': 'n/a' } })),
  ).chat.completions.create(hello);
  expect(_request).toMatchObject({
    id: undefined,
    clientRequestId: undefined,
    credits: undefined,
    usd: undefined,
    attempts: 1,
  });
});

test('counts attempts', async () => {
  const clock = fakeClock();
  let requests = 0;
  const hermes = clientOf(
    () =>
      Promise.resolve(++requests < 3 ? new Response('', { status: 503 }) : Response.json(answer)),
    { runtime: clock.runtime, maxRetries: 2 },
  );
  const call = hermes.chat.completions.create(hello);
  while (await clock.next());
  expect((await call)._request?.attempts).toBe(3);
});

test('stays out of JSON, of copies and of the next request', async () => {
  const hermes = clientOf(() => Promise.resolve(Response.json(answer)));
  const completion = await hermes.chat.completions.create(hello);
  expect(JSON.stringify(completion)).not.toContain('_request');
  expect({ ...completion }).not.toHaveProperty('_request');
});

test.each(['', 'a b', 'ü', 'x'.repeat(129), 'line\n'])(
  'an id of your own that the host would drop is refused: %j',
  async (clientRequestId) => {
    const hermes = clientOf(() => expect.fail('it was sent'));
    const options = { clientRequestId };
    const expected = { code: 'invalid_options', path: 'clientRequestId' };
    await expect(hermes.chat.completions.create(hello, options)).rejects.toMatchObject(expected);
    const stream = hermes.chat.completions.stream(hello, options);
    await expect(stream.finalCompletion()).rejects.toMatchObject(expected);
  },
);

test('no header is sent that a browser would have to ask about first', async () => {
  let sent: RequestInit = {};
  const hermes = clientOf((_url, init = {}) => {
    sent = init;
    return Promise.resolve(Response.json(answer));
  });
  await hermes.chat.completions.create(hello);
  expect(Object.keys(sent.headers ?? {}).sort()).toEqual(['authorization', 'content-type']);
});

const exhausted = {
  ...answer,
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: null, reasoning_content: 'Let me think' },
      finish_reason: 'length',
    },
  ],
};

test('a limit spent on thoughts alone is an error that holds them, whole or streamed', async () => {
  const expected = {
    code: 'thinking_exhausted',
    message: expect.stringContaining('max_tokens') as string,
    partial: { choices: [{ message: { reasoning_content: 'Let me think' } }] },
  };
  const whole = clientOf(() => Promise.resolve(Response.json(exhausted)));
  await expect(whole.chat.completions.create(hello)).rejects.toMatchObject(expected);
  const { message, ...choice } = exhausted.choices[0]!;
  const chunk = {
    ...answer,
    object: 'chat.completion.chunk',
    choices: [{ ...choice, delta: message }],
  };
  const streamed = clientOf(streams([utf8(`data: ${JSON.stringify(chunk)}\n\n`)]));
  const stream = streamed.chat.completions.stream(hello);
  const types: string[] = [];
  for await (const part of stream) types.push(part.type);
  expect(types).toEqual(['reasoning-delta', 'finish']);
  await expect(stream.finalCompletion()).rejects.toMatchObject(expected);
});

test('so is one whose thoughts the host only counts; a cut answer is none', async () => {
  const hidden = {
    ...exhausted,
    choices: [{ index: 0, message: { role: 'assistant', content: '' }, finish_reason: 'length' }],
    usage: {
      prompt_tokens: 1,
      completion_tokens: 9,
      total_tokens: 10,
      completion_tokens_details: { reasoning_tokens: 9 },
    },
  };
  const send = (body: object): Promise<unknown> =>
    clientOf(() => Promise.resolve(Response.json(body))).chat.completions.create(hello);
  await expect(send(hidden)).rejects.toMatchObject({ code: 'thinking_exhausted' });
  const cut = { ...hidden.choices[0], message: { role: 'assistant', content: 'So' } };
  await expect(send({ ...hidden, choices: [cut] })).resolves.toBeDefined();
});
