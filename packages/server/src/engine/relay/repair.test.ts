import { DEEP_THINKING_PROMPT } from '@hermes4/core/internal';
import { expect, test } from 'vitest';
import { exchangeOf } from '../../../test/exchange.ts';
import { refusalOf, relayTo, textOf } from '../../../test/relay-to.ts';
import { drain } from '../../../test/upstream.ts';

const TOOLS = [{ type: 'function', function: { name: 'weather', parameters: { type: 'object' } } }];

const WRITTEN =
  '<think>\nHm.\n</think>\nLet me look.\n<tool_call>\n{"name": "weather", "arguments": {"city": "Köln"}}\n</tool_call>';

function inlineEvents(text: string): string[] {
  const base = { id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm' };
  const chunk = (choice: object): string =>
    `data: ${JSON.stringify({ ...base, choices: [{ index: 0, finish_reason: null, ...choice }] })}\n\n`;
  return [
    ...Array.from(text, (content) => chunk({ delta: { content } })),
    chunk({ delta: {}, finish_reason: 'stop' }),
    'data: [DONE]\n\n',
  ];
}

interface Told {
  content: string;
  reasoning: string;
  calls: string[];
  finish: unknown;
}

function fold(text: string): Told {
  const told: Told = { content: '', reasoning: '', calls: [], finish: null };
  for (const line of text.split('\n')) {
    if (!line.startsWith('data: {')) continue;
    const { choices } = JSON.parse(line.slice(6)) as {
      choices: {
        delta: {
          content?: string;
          reasoning_content?: string;
          tool_calls?: { function: { name: string; arguments: string } }[];
        };
        finish_reason: unknown;
      }[];
    };
    const [{ delta, finish_reason }] = choices as [(typeof choices)[0]];
    told.content += delta.content ?? '';
    told.reasoning += delta.reasoning_content ?? '';
    for (const call of delta.tool_calls ?? []) {
      told.calls.push(`${call.function.name}(${call.function.arguments})`);
    }
    told.finish = finish_reason;
  }
  return told;
}

const THINKING = { tools: TOOLS, chat_template_kwargs: { thinking: true } };

test('thoughts and calls in the text of a stream come out structured', async () => {
  const { engine } = relayTo(inlineEvents(WRITTEN), { repair: true });
  const response = await engine.answer(exchangeOf(THINKING));
  expect(response.headers.get('x-hermes4-repaired')).toBe('true');
  const text = await response.text();
  expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  expect(fold(text)).toEqual({
    reasoning: '\nHm.\n',
    content: '\nLet me look.\n',
    calls: ['weather({"city": "Köln"})'],
    finish: 'tool_calls',
  });
});

test('text that is repaired arrives as it comes, and the line is never silent', async () => {
  const { engine } = relayTo(inlineEvents('Hello <world'), { repair: true });
  const reader = (await engine.answer(exchangeOf())).body!.getReader();
  const first = Buffer.from((await reader.read()).value!).toString();
  const second = Buffer.from((await reader.read()).value!).toString();
  expect(fold(first + second).content).toBe('He');
  const rest = [];
  for (let part = await reader.read(); !part.done; part = await reader.read())
    rest.push(part.value);
  expect(rest).toHaveLength(inlineEvents('llo <world').length);
});

test('thoughts and calls in a whole answer come out structured', async () => {
  const answer = {
    id: 'x',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [
      { index: 0, message: { role: 'assistant', content: WRITTEN }, finish_reason: 'stop' },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
  };
  const init = { headers: { 'content-type': 'application/json' } };
  const { engine } = relayTo([JSON.stringify(answer)], { repair: true, init });
  expect(await (await engine.answer(exchangeOf(THINKING))).json()).toMatchObject({
    id: 'x',
    object: 'chat.completion',
    usage: answer.usage,
    choices: [
      {
        message: {
          role: 'assistant',
          content: '\nLet me look.\n',
          reasoning_content: '\nHm.\n',
          tool_calls: [
            { type: 'function', function: { name: 'weather', arguments: '{"city": "Köln"}' } },
          ],
        },
        finish_reason: 'tool_calls',
      },
    ],
  });
});

test.each(['<html>', '{"error":{"message":"no"}}', '{"object":"list"}', ''])(
  'a whole answer that is none stays what it is: %s',
  async (body) => {
    const init = { headers: { 'content-type': 'application/json' } };
    const { engine } = relayTo([body], { repair: true, init });
    expect(await (await engine.answer(exchangeOf())).text()).toBe(body);
  },
);

test('a whole answer that breaks off before it is repaired is a refusal with a status', async () => {
  const init = { headers: { 'content-type': 'application/json' } };
  const { engine } = relayTo(['{"id"'], { repair: true, init, last: 'break' });
  expect((await refusalOf(engine.answer(exchangeOf()))).status).toBe(502);
});

test('an error that the host tells inside a repaired stream keeps all that it says', async () => {
  const error = { error: { message: 'Busy', code: 503, metadata: { provider: 'x' } }, id: 'x' };
  const parts = [...inlineEvents('Hi').slice(0, 2), `data: ${JSON.stringify(error)}\n\n`];
  const { engine } = relayTo(parts, { repair: true });
  const text = await (await engine.answer(exchangeOf())).text();
  expect(text.endsWith(`data: ${JSON.stringify(error)}\n\n`)).toBe(true);
});

test('a repaired stream that breaks gives out what was held back, then says so', async () => {
  const parts = [...inlineEvents('Hi <too').slice(0, 7), 'data: {"id":"x","cho'];
  const { engine } = relayTo(parts, { repair: true, last: 'break' });
  const drained = await drain((await engine.answer(exchangeOf(THINKING))).body);
  expect(drained.error).toBeUndefined();
  expect(textOf(drained)).toMatch(
    /"content":" ?<too"[^\n]*\n\ndata: \{"error":\{"message":"The upstream broke off its answer \(ECONNRESET\)\.","code":502\}\}\n\n$/,
  );
});

test('errors with their status are not repaired', async () => {
  const { engine } = relayTo(['{"error":"no"}'], { repair: true, init: { status: 500 } });
  const response = await engine.answer(exchangeOf());
  expect(response.headers.has('x-hermes4-repaired')).toBe(false);
  expect(await response.text()).toBe('{"error":"no"}');
});

test('a host that always opens with thoughts is read so from its first word', async () => {
  const { engine } = relayTo(inlineEvents('Hm.\n</think>\nYes.'), {
    repair: { opensThinking: true },
  });
  expect(fold(await (await engine.answer(exchangeOf(THINKING))).text())).toMatchObject({
    reasoning: 'Hm.\n',
    content: '\nYes.',
  });
});

test('with a known host, what it has no parameter for is asked in the prompt', async () => {
  const { engine, seen } = relayTo(['{}'], { host: 'aimlapi', repair: true });
  await (await engine.answer(exchangeOf(THINKING))).text();
  const body = JSON.parse(seen.asked[0]!.init.body as string) as {
    messages: { role: string; content: string }[];
  };
  expect(body).not.toHaveProperty('tools');
  expect(body).not.toHaveProperty('chat_template_kwargs');
  expect(body.messages[0]!.content).toContain(DEEP_THINKING_PROMPT);
  expect(body.messages[0]!.content).toContain('<tools>');
});
