import { describe, expect, test } from 'vitest';
import { DEEP_THINKING_PROMPT } from '../src/encode/deep-thinking.ts';
import {
  type ChatCompletionCreateParams,
  type ChatCompletionTool,
  createHermes,
  type Fetch,
  type HermesOptions,
  type HostName,
  hostProfiles,
  type Warning,
} from '../src/index.ts';
import { answer, hello } from './fake-host.ts';

interface Sent {
  url: string;
  body: Record<string, unknown> & { messages: Record<string, unknown>[] };
  warnings: Warning[];
}

/** What reaches a host of a call. */
async function send(options: HermesOptions, params: ChatCompletionCreateParams): Promise<Sent> {
  const warnings: Warning[] = [];
  let sent: Omit<Sent, 'warnings'> | undefined;
  const fetch: Fetch = (url, init) => {
    sent = { url, body: JSON.parse(init?.body as string) as Sent['body'] };
    return Promise.resolve(Response.json(answer));
  };
  const hermes = createHermes({
    fetch,
    onWarning: (warning) => warnings.push(warning),
    ...options,
  });
  await hermes.chat.completions.create({ ...params, stream: false });
  if (!sent) return expect.fail('nothing was sent');
  return { ...sent, warnings };
}

const names = Object.keys(hostProfiles) as HostName[];

test.each(names)('%s is asked at its own address, for its own name of the model', async (host) => {
  const { url, body } = await send({ host }, hello);
  expect(url).toBe(`${hostProfiles[host].baseURL}/chat/completions`);
  expect(body).toEqual({ model: hostProfiles[host].model, messages: hello.messages });
});

test('a profile of the caller, a base URL and a model win over the known host', async () => {
  const { url, body } = await send(
    { host: { ...hostProfiles.vllm, baseURL: 'http://gpu:8000/v1', tokenLimit: 'max_tokens' } },
    { ...hello, max_completion_tokens: 7 },
  );
  expect(url).toBe('http://gpu:8000/v1/chat/completions');
  expect(body).toMatchObject({ max_tokens: 7 });
  expect(body).not.toHaveProperty('max_completion_tokens');
});

test('an unknown host is refused by name', () => {
  expect(() => createHermes({ host: 'toString' as HostName })).toThrow(
    /Option host cannot be used: expected one of aimlapi, openrouter/,
  );
});

describe('thinking', () => {
  test('is asked for with the parameter of a host that has one', async () => {
    const reasoning = { max_tokens: 100, exclude: true };
    const { body } = await send({ host: 'openrouter' }, { ...hello, reasoning });
    expect(body['reasoning']).toEqual({ enabled: true, max_tokens: 100, exclude: true });
    expect(body.messages).toEqual(hello.messages);
  });

  test('is asked for with an argument of the template, beside those of the caller', async () => {
    const params = { ...hello, reasoning: true, chat_template_kwargs: { extra: 1 } };
    const { body } = await send({ host: 'vllm' }, params);
    expect(body['chat_template_kwargs']).toEqual({ thinking: true, extra: 1 });
    expect(body).not.toHaveProperty('reasoning');
  });

  test('is asked for with the system prompt the model was trained on, word for word', async () => {
    const { body } = await send({}, { ...hello, reasoning: true });
    expect(body.messages).toEqual([
      { role: 'system', content: DEEP_THINKING_PROMPT },
      ...hello.messages,
    ]);
    expect(body).not.toHaveProperty('reasoning');
  });

  test.each(['system', 'developer'] as const)(
    "keeps the caller's %s message, in one message",
    async (role) => {
      const own = { role, content: 'Answer in rhymes.' };
      const { body } = await send({}, { messages: [own, ...hello.messages], reasoning: true });
      expect(body.messages).toEqual([
        { role, content: `${DEEP_THINKING_PROMPT}\n\nAnswer in rhymes.` },
        ...hello.messages,
      ]);
    },
  );

  test('can be switched off where a host would think by itself', async () => {
    const { body } = await send({ host: 'openrouter' }, { ...hello, reasoning: false });
    expect(body['reasoning']).toEqual({ enabled: false });
    expect((await send({}, { ...hello, reasoning: false })).body.messages).toEqual(hello.messages);
  });

  test('with a limit that the host does not have is a warning', async () => {
    const { warnings } = await send({}, { ...hello, reasoning: { max_tokens: 5 } });
    expect(warnings).toMatchObject([
      { code: 'unsupported_parameter', path: 'reasoning.max_tokens' },
    ]);
  });

  test('asked for in a wrong shape is refused before anything is sent', async () => {
    await expect(
      send({}, { ...hello, reasoning: { enabled: 'yes' as unknown as boolean } }),
    ).rejects.toMatchObject({ code: 'invalid_request', path: 'reasoning.enabled' });
  });
});

test('where a profile says that the prompt opens the thinking, the answer begins inside', async () => {
  const message = { role: 'assistant', content: 'France.</think>Paris' };
  const choices = [{ ...answer.choices[0], message }];
  const fetch: Fetch = () => Promise.resolve(Response.json({ ...answer, choices }));
  const host = { ...hostProfiles.vllm, opensThinking: true };
  const { completions } = createHermes({ host, fetch }).chat;
  const told = async (reasoning: boolean): Promise<unknown> =>
    (await completions.create({ ...hello, reasoning })).choices[0]?.message;
  expect(await told(true)).toMatchObject({ reasoning_content: 'France.', content: 'Paris' });
  expect(await told(false)).toMatchObject({ content: message.content });
  const cut = {
    ...answer,
    choices: [{ ...choices[0], message: { content: 'Fra' }, finish_reason: 'length' }],
  };
  const { completions: short } = createHermes({
    host,
    fetch: () => Promise.resolve(Response.json(cut)),
  }).chat;
  await expect(short.create({ ...hello, reasoning: true })).rejects.toMatchObject({
    code: 'thinking_exhausted',
  });
});

describe('earlier reasoning', () => {
  const earlier = {
    role: 'assistant' as const,
    content: 'Paris.',
    reasoning_content: 'France, so Paris.',
    refusal: null,
  };
  const messages = [...hello.messages, earlier, { role: 'user' as const, content: 'And Spain?' }];

  test.each(names)('is not sent again to %s', async (host) => {
    const { body } = await send({ host }, { messages });
    expect(body.messages[1]).toEqual({ role: 'assistant', content: 'Paris.' });
  });

  test('is sent again when asked for: as a field, or in the tags the model writes', async () => {
    const reasoning = { keep: true };
    const router = await send({ host: 'openrouter' }, { messages, reasoning });
    expect(router.body.messages[1]).toEqual({
      role: 'assistant',
      content: 'Paris.',
      reasoning: 'France, so Paris.',
    });
    const vllm = await send({ host: 'vllm' }, { messages, reasoning });
    expect(vllm.body.messages[1]?.['content']).toBe('<think>\nFrance, so Paris.\n</think>\nParis.');
    expect(vllm.body['chat_template_kwargs']).toEqual({ thinking: true, keep_cots: true });
  });
});

describe('tools', () => {
  const weather: ChatCompletionTool = {
    type: 'function',
    function: { name: 'weather', parameters: { type: 'object', properties: {} } },
  };
  const conversation = [
    ...hello.messages,
    {
      role: 'assistant' as const,
      content: 'Let me see.',
      tool_calls: [
        {
          id: 'c1',
          type: 'function' as const,
          function: { name: 'weather', arguments: '{"city":"Rome"}' },
        },
      ],
    },
    { role: 'tool' as const, tool_call_id: 'c1', content: 'Sunny' },
  ];

  test('go as they are to a host that takes them', async () => {
    const params = { messages: conversation, tools: [weather] };
    const { body } = await send({ host: 'vllm' }, params);
    expect(body).toMatchObject({ tools: [weather], messages: conversation });
  });

  test('go into the prompt for a host that does not, in the tags the model was trained on', async () => {
    const params = { messages: conversation, tools: [weather], parallel_tool_calls: false };
    const { body } = await send({ host: 'openrouter' }, params);
    expect(Object.keys(body).sort()).toEqual(['messages', 'model']);
    const [system, , call, result] = body.messages;
    expect(system?.['content']).toContain(`<tools>\n${JSON.stringify(weather)}\n</tools>`);
    expect(system?.['content']).toContain('one call at a time');
    expect(call).toEqual({
      role: 'assistant',
      content:
        'Let me see.\n<tool_call>\n{"name": "weather", "arguments": {"city":"Rome"}}\n</tool_call>',
    });
    expect(result?.['content']).toBe('<tool_response>\n{"content":"Sunny"}\n</tool_response>');
  });

  test('are told of as the caller wants, whatever the profile says', async () => {
    const params = { ...hello, tools: [weather] };
    expect((await send({ toolMode: 'native' }, params)).body['tools']).toEqual([weather]);
    expect((await send({ host: 'vllm', toolMode: 'prompt' }, params)).body).not.toHaveProperty(
      'tools',
    );
  });

  test.each([
    ['required', 'Call at least one function now.'],
    [{ type: 'function', function: { name: 'weather' } }, 'Call the function weather now.'],
  ] as const)('and the choice %j is said in words', async (tool_choice, words) => {
    const { body } = await send({}, { ...hello, tools: [weather], tool_choice });
    expect(body.messages[0]?.['content']).toContain(words);
    expect(body).not.toHaveProperty('tool_choice');
  });

  test('that must not be used are not told of', async () => {
    const { body } = await send({}, { ...hello, tools: [weather], tool_choice: 'none' });
    expect(body).toEqual({ model: 'nousresearch/hermes-4-405b', messages: hello.messages });
  });

  test('come after the wish to think, and both before the instructions of the caller', async () => {
    const messages = [{ role: 'system' as const, content: 'Be brief.' }, ...hello.messages];
    const { body } = await send({}, { messages, tools: [weather], reasoning: true });
    const text = body.messages[0]?.['content'] as string;
    expect(text.indexOf(DEEP_THINKING_PROMPT)).toBe(0);
    expect(text.indexOf('<tools>')).toBeLessThan(text.indexOf('Be brief.'));
    expect(body.messages).toHaveLength(2);
  });
});

describe('an unknown parameter', () => {
  test('is sent, with a warning', async () => {
    const params = { ...hello, top_q: 1 } as ChatCompletionCreateParams;
    const { body, warnings } = await send({}, params);
    expect(body['top_q']).toBe(1);
    expect(warnings).toMatchObject([{ code: 'unknown_parameter', path: 'top_q' }]);
  });

  test('that the host is known to take is no matter', async () => {
    const params = { ...hello, provider: { order: ['nebius'] } } as ChatCompletionCreateParams;
    expect((await send({ host: 'openrouter' }, params)).warnings).toEqual([]);
  });
});

test('a client that is not strict sends what it is given', async () => {
  const { body, warnings } = await send({ strict: false }, { ...hello, top_p: 7 });
  expect(body['top_p']).toBe(7);
  expect(warnings).toEqual([]);
});

test('unchecked, a request without a list of messages is still refused in words', async () => {
  const messages = 'Hello' as unknown as typeof hello.messages;
  await expect(send({ strict: false }, { messages })).rejects.toMatchObject({
    code: 'invalid_request',
    path: 'messages',
  });
});
