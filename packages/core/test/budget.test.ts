import { expect, test } from 'vitest';
import { createBudget } from '../src/index.ts';
import { utf8 } from './bytes.ts';
import { bodyOf, clientOf, hello, streams } from './fake-host.ts';

const event = (fields: object): Uint8Array =>
  utf8(
    `data: ${JSON.stringify({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], ...fields })}\n\n`,
  );
const says = (delta: object, finish_reason: string | null = null): Uint8Array =>
  event({ choices: [{ index: 0, delta, finish_reason }] });
const usage = (total_tokens: number, more: object = {}): Uint8Array =>
  event({ usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens, ...more } });

test('is shared by calls and clients, and stops the next call before anything is sent', async () => {
  let requests = 0;
  const budget = createBudget({ tokens: 50 });
  const fetch = (): Promise<Response> => {
    requests += 1;
    return Promise.resolve(
      Response.json({
        id: 'a',
        object: 'chat.completion',
        created: 1,
        model: 'm',
        choices: [
          { index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' },
        ],
        usage: { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 },
      }),
    );
  };
  const first = clientOf(fetch, { budget });
  const second = clientOf(fetch);
  await first.chat.completions.create(hello);
  expect(budget.remaining()).toEqual({ usd: Infinity, tokens: 20 });
  await second.chat.completions.create(hello, { budget });
  expect(budget.spent()).toEqual({ usd: 0, tokens: 60 });
  await expect(first.chat.completions.create(hello)).rejects.toMatchObject({
    code: 'budget_exceeded',
  });
  await expect(
    second.chat.completions.stream(hello, { budget }).finalCompletion(),
  ).rejects.toMatchObject({ code: 'budget_exceeded' });
  expect(requests).toBe(2);
});

test('ends a stream on its way, with what had arrived, and lets go of its body', async () => {
  const budget = createBudget({ tokens: 3 });
  const pieces = Array.from({ length: 10 }, () => says({ content: 'x' }));
  const { body, sent } = bodyOf(pieces, { hang: true });
  const hermes = clientOf(() => Promise.resolve(new Response(body)), { budget });
  await expect(hermes.chat.completions.stream(hello).finalCompletion()).rejects.toMatchObject({
    code: 'budget_exceeded',
    partial: { choices: [{ message: { content: 'xxxx' } }] },
  });
  expect(sent.cancelled).toBe(true);
  expect(budget.spent().tokens).toBe(4);
});

test('counts thoughts, texts and calls, and believes the host once it tells', async () => {
  const budget = createBudget({});
  const call = { index: 0, id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } };
  const pieces = [
    says({ role: 'assistant', content: '' }),
    says({ reasoning_content: 'hm' }),
    says({ content: 'x' }),
    says({ tool_calls: [call] }, 'tool_calls'),
  ];
  await clientOf(streams(pieces), { budget }).chat.completions.stream(hello).finalCompletion();
  expect(budget.spent().tokens).toBe(3);
  await clientOf(streams([...pieces, usage(500)]), { budget })
    .chat.completions.stream(hello)
    .finalCompletion();
  expect(budget.spent().tokens).toBe(503);
});

test('an answer that is complete is not taken away for having cost too much', async () => {
  const budget = createBudget({ tokens: 100 });
  const pieces = [says({ content: 'x' }, 'stop'), usage(900), utf8('data: [DONE]\n\n')];
  const hermes = clientOf(streams(pieces), { budget });
  expect(await hermes.chat.completions.stream(hello).finalContent()).toBe('x');
  expect(budget.remaining().tokens).toBe(0);
});

test.each<[string, Uint8Array, Record<string, string>]>([
  ['in the last chunk', event({ meta: { usage: { credits_used: 2480, usd_spent: 0.25 } } }), {}],
  ['as the cost of the usage', usage(5, { cost: 0.25 }), {}],
  ['in a header', event({}), { 'x-aimlapi-usd-spent': '0.250000000' }],
])('dollars are counted where hosts tell them: %s', async (_name, last, headers) => {
  const budget = createBudget({ usd: 0.25 });
  const fetch = (): Promise<Response> =>
    Promise.resolve(new Response(bodyOf([says({ content: 'x' }, 'stop'), last]).body, { headers }));
  const { completions } = clientOf(fetch, { budget }).chat;
  const { _request } = await completions.stream(hello).finalCompletion();
  expect(_request?.usd).toBe(0.25);
  expect(budget.spent().usd).toBe(0.25);
  await expect(completions.create(hello)).rejects.toMatchObject({ code: 'budget_exceeded' });
});

test('a limit that is no amount is refused', () => {
  expect(() => createBudget({ usd: -1 })).toThrow(/budget/);
  expect(() => createBudget({ tokens: Number.NaN })).toThrow(/budget/);
});
