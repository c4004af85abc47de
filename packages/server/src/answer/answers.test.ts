import type { ChatCompletion, ChatCompletionChunk } from '@hermes4/core';
import { createAccumulator, createBeyondText } from '@hermes4/core/internal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering } from '../../test/answering.ts';
import { problems } from '../../test/api-document.ts';
import { chunksOf, completionOf, eventsOf, HELLO, textOf } from '../../test/calls.ts';
import { inPieces, scriptedEngine } from '../../test/scripted-engine.ts';
import { dialects } from '../dialect/dialects.ts';
import type { EngineToken } from '../engine/engine.ts';

const engine = scriptedEngine(() => ['One', ' two', ' three']);
const STREAM = { stream: true };
const USAGE = {
  prompt_tokens: 7,
  completion_tokens: 3,
  total_tokens: 10,
  completion_tokens_details: { reasoning_tokens: 0 },
};
/** 7 × 1.05 and 3 × 3.15 micro-dollars, each in credits, rounded up. */
const COST = { credits_used: 34, usd_spent: 0.000_017 };

describe('an answer', () => {
  it('is a chat completion of the API document', async () => {
    const { ask } = answering({ engine });
    const completion = await completionOf(await ask());
    expect(problems('ChatCompletion', completion)).toEqual([]);
    expect(completion).toMatchObject({
      object: 'chat.completion',
      created: 1_767_323_045,
      model: HELLO.model,
      system_fingerprint: 'scripted-1',
      choices: [
        { index: 0, message: { content: 'One two three' }, finish_reason: 'stop', logprobs: null },
      ],
      usage: USAGE,
      meta: { usage: COST },
    });
    expect(completion.choices[0]).not.toHaveProperty('native_finish_reason');
  });

  it('comes as chunks of the API document, the cost in the last, then [DONE], when it is streamed', async () => {
    const response = await answering({ engine }).ask(STREAM);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const events = await eventsOf(response);
    expect(events.at(-1)).toBe('[DONE]');
    expect(JSON.parse(events.at(-2) ?? '')).toMatchObject({ meta: { usage: COST } });
    const chunks = events.slice(0, -1).map((data) => JSON.parse(data) as ChatCompletionChunk);
    for (const chunk of chunks) expect(problems('ChatCompletionChunk', chunk)).toEqual([]);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.map(({ choices }) => choices)).toEqual(
      [
        [{ role: 'assistant', content: '' }, null],
        [{ content: 'One' }, null],
        [{ content: ' two' }, null],
        [{ content: ' three' }, null],
        [{}, 'stop'],
      ].map(([delta, finish_reason]) => [{ index: 0, delta, finish_reason, logprobs: null }]),
    );
  });

  it('tells the usage of a stream in a last chunk without choices, when asked to', async () => {
    const { ask } = answering({ engine });
    const stream_options = { include_usage: true };
    const chunks = await chunksOf(await ask({ ...STREAM, stream_options }));
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: USAGE });
    expect(problems('ChatCompletionChunk', chunks.at(-1))).toEqual([]);
    const without = await chunksOf(
      await ask({ ...STREAM, stream_options: { include_usage: false } }),
    );
    expect(without.filter(({ usage }) => usage)).toEqual([]);
  });

  it('tells its cost in headers when it is whole, and none for a model without a price', async () => {
    const { headers } = await answering({ engine }).ask();
    expect(headers.get('x-aimlapi-credits-used')).toBe('34');
    expect(headers.get('x-aimlapi-usd-spent')).toBe('0.000017000');
    const free = await answering({ engine, prices: {} }).ask();
    expect(free.headers.get('x-aimlapi-credits-used')).toBeNull();
    expect(await completionOf(free)).not.toHaveProperty('meta');
    expect(await eventsOf(await answering({ engine, prices: {} }).ask(STREAM))).toHaveLength(6);
  });

  it('of an engine that says nothing is an empty text', async () => {
    const { ask } = answering({ engine: scriptedEngine(() => []) });
    const completion = await completionOf(await ask());
    expect(problems('ChatCompletion', completion)).toEqual([]);
    expect(completion.choices[0]).toMatchObject({
      message: { content: '' },
      finish_reason: 'stop',
    });
    expect(textOf(await chunksOf(await ask(STREAM)))).toBe('');
  });

  it('that does not fit into the context is refused before the engine is asked', async () => {
    let isAsked = false;
    const full = scriptedEngine(
      () => {
        isAsked = true;
        return [];
      },
      { contextTokens: 100 },
    );
    const { ask, endings } = answering({ engine: full });
    await expect(ask({ ...STREAM, max_tokens: 94 })).rejects.toMatchObject({
      name: 'Refusal',
      status: 400,
      message: expect.stringContaining('maximum context length is 100 tokens') as string,
    });
    expect(isAsked).toBe(false);
    expect(endings).toMatchObject([{ end: 'refused', usage: { completion_tokens: 0 } }]);
    expect(endings[0]).not.toHaveProperty('cost');
  });

  it('is limited by what the context leaves, when nothing else limits it', async () => {
    const small = scriptedEngine(() => ['a', 'b', 'c', 'd'], { contextTokens: 10 });
    const { choices } = await completionOf(await answering({ engine: small }).ask());
    expect(choices[0]).toMatchObject({ message: { content: 'abc' }, finish_reason: 'length' });
  });
});

const TEXT =
  '<think>\nOne moment.\n</think>\nHere:\n<tool_call>\n{"name": "f", "arguments": {"city": "Lisbon"}}\n</tool_call>\n<tool_call>\n{"name": "f", "arguments": {}}\n</tool_call>';
const TOOLS = { tools: [{ type: 'function', function: { name: 'f', parameters: {} } }] };

describe('thoughts and calls', () => {
  it('stand in fields of their own, without the line breaks of their tags', async () => {
    const { ask } = answering({ engine: scriptedEngine(() => inPieces(TEXT, 4)) });
    const completion = await completionOf(await ask(TOOLS));
    expect(problems('ChatCompletion', completion)).toEqual([]);
    expect(completion.choices).toMatchObject([
      {
        message: {
          content: 'Here:',
          reasoning_content: 'One moment.',
          tool_calls: [
            { type: 'function', function: { name: 'f', arguments: '{"city": "Lisbon"}' } },
            { type: 'function', function: { name: 'f', arguments: '{}' } },
          ],
        },
        finish_reason: 'tool_calls',
      },
    ]);
  });

  it('stream as hosts stream them: a name first, then the arguments in parts', async () => {
    const { ask } = answering({ engine: scriptedEngine(() => inPieces(TEXT, 4)) });
    const chunks = await chunksOf(await ask({ ...STREAM, ...TOOLS }));
    const parts = chunks.flatMap((chunk) => chunk.choices[0]?.delta?.tool_calls ?? []);
    expect(parts).toMatchObject([
      { index: 0, type: 'function', function: { name: 'f', arguments: '' } },
      { index: 0, function: { arguments: '{"city": "Li' } },
      { index: 0, function: { arguments: 'sbon"}' } },
      { index: 1, type: 'function', function: { name: 'f', arguments: '' } },
      { index: 1, function: { arguments: '{}' } },
    ]);
    expect(parts.filter(({ id }) => id)).toHaveLength(2);
    for (const chunk of chunks) expect(problems('ChatCompletionChunk', chunk)).toEqual([]);
  });

  it('leave the content null when the model only calls', async () => {
    const text = TEXT.replace('Here:\n', '');
    const { ask } = answering({ engine: scriptedEngine(() => inPieces(text, 4)) });
    const { choices } = await completionOf(await ask(TOOLS));
    expect(choices[0]?.message.content).toBeNull();
  });

  it('are not looked for among calls that nobody offered', async () => {
    const { ask } = answering({ engine: scriptedEngine(() => inPieces(TEXT, 4)) });
    for (const asked of [{}, { ...TOOLS, tool_choice: 'none' }]) {
      const { choices } = await completionOf(await ask(asked));
      expect(choices[0]?.message.content).toContain('<tool_call>');
      expect(choices[0]?.finish_reason).toBe('stop');
    }
  });

  it('count as reasoning only what stands between the tags', async () => {
    for (const [tokens, count] of [
      [['<think>', '\n', 'Hm', '.', '\n', '</think>', '\n', 'Hi', '.'], 4],
      [['<', 'think', '>', 'a<', 'b', '</', 'think', '>', 'Hi'], 2],
      [['<think>', 'Hm'], 1],
      [['Hm', ' <think>', 'Hi', '</think>'], 0],
    ] as const) {
      const { ask } = answering({ engine: scriptedEngine(() => tokens) });
      const { usage } = await completionOf(await ask());
      expect(usage?.completion_tokens_details?.reasoning_tokens).toBe(count);
      expect(usage?.completion_tokens).toBe(tokens.length);
    }
  });

  it('are thought, and paid, but not shown when the request excludes them', async () => {
    const { ask } = answering({ engine: scriptedEngine(() => inPieces(TEXT, 4)) });
    const { choices, usage } = await completionOf(await ask({ reasoning: { exclude: true } }));
    expect(choices[0]?.message.reasoning_content).toBeNull();
    expect(usage?.completion_tokens_details?.reasoning_tokens).toBeGreaterThan(0);
  });

  it('begin at once where the template of the engine has opened them', async () => {
    const opened = scriptedEngine(() => ['Hm.', '</think>', 'Hi'], {
      renderPrompt: () => 'assistant: <think>\n',
    });
    const { choices } = await completionOf(await answering({ engine: opened }).ask());
    expect(choices[0]?.message).toMatchObject({ reasoning_content: 'Hm.', content: 'Hi' });
  });
});

describe('log probabilities', () => {
  const top = [
    { text: 'One', logprob: -0.1 },
    { text: 'Uno', logprob: -2 },
    { text: 'Ä', logprob: -3 },
  ];
  const chances: EngineToken[] = [
    { text: 'One', logprob: -0.1, top },
    { text: ' tw', logprob: -0.5, top: [] },
    { text: 'o', logprob: -99_999 },
  ];
  const { ask } = answering({ engine: scriptedEngine(() => chances) });

  it('are told of each token that was given out', async () => {
    const completion = await completionOf(await ask({ logprobs: true, top_logprobs: 2 }));
    expect(problems('ChatCompletion', completion)).toEqual([]);
    expect(completion.choices[0]?.logprobs?.content).toEqual([
      {
        token: 'One',
        logprob: -0.1,
        bytes: [79, 110, 101],
        top_logprobs: [
          { token: 'One', logprob: -0.1, bytes: [79, 110, 101] },
          { token: 'Uno', logprob: -2, bytes: [85, 110, 111] },
        ],
      },
      { token: ' tw', logprob: -0.5, bytes: [32, 116, 119], top_logprobs: [] },
      { token: 'o', logprob: -9_999, bytes: [111], top_logprobs: [] },
    ]);
  });

  it('come with the text that they tell of', async () => {
    const chunks = await chunksOf(await ask({ ...STREAM, logprobs: true }));
    const told = chunks
      .map(({ choices }) => choices[0])
      .filter((choice) => choice?.delta?.content)
      .map((choice) => [choice?.delta?.content, choice?.logprobs?.content?.map((it) => it.token)]);
    expect(told).toEqual([
      ['One', ['One']],
      [' tw', [' tw']],
      ['o', ['o']],
    ]);
  });

  it('are not told of what a stop sequence has cut off', async () => {
    const { choices } = await completionOf(await ask({ logprobs: true, stop: 'wo' }));
    expect(choices[0]?.message.content).toBe('One t');
    expect(choices[0]?.logprobs?.content?.map(({ token }) => token)).toEqual(['One', ' tw']);
  });

  it('are not told when nobody asked', async () => {
    expect((await completionOf(await ask())).choices[0]?.logprobs).toBeNull();
  });
});

describe('an answer, streamed or not', () => {
  it('is the same, whatever the model writes, wherever it is cut and whatever is asked', async () => {
    const part = fc.constantFrom(
      'Hi',
      ' you',
      '\n',
      '<think>',
      '</think>',
      '<tool_call>\n{"name": "f", "arguments": {"a": 1}}',
      '</tool_call>',
      '<',
      'ä😀',
      '`',
      '{"name":',
      '.',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        fc.record(
          {
            max_tokens: fc.integer({ min: 1, max: 40 }),
            stop: fc.array(fc.constantFrom('', '\n', 'you', 'think', '</'), { maxLength: 2 }),
            logprobs: fc.boolean(),
            tools: fc.constant(TOOLS.tools),
          },
          { requiredKeys: [] },
        ),
        async (parts, length, settings) => {
          const spoken = scriptedEngine(() => inPieces(parts.join(''), length));
          const { ask, endings } = answering({ engine: spoken });
          const whole = await completionOf(await ask(settings));
          const stream_options = { include_usage: true };
          const streamed = folded(
            await eventsOf(await ask({ ...settings, ...STREAM, stream_options })),
          );
          expect(streamed).toEqual(comparable(whole));
          expect(endings[1]).toEqual({ ...endings[0], firstContentAt: endings[1]?.firstContentAt });
        },
      ),
      { numRuns: 500 },
    );
  });
});

function folded(events: readonly string[]): object {
  const fold = createAccumulator(createBeyondText);
  for (const data of events.slice(0, -1)) {
    fold.add({ choices: [], ...(JSON.parse(data) as object) } as unknown as ChatCompletionChunk);
  }
  return comparable(fold.completion());
}

/** An empty text and none are the same to whoever adds texts up; ids name the call. */
function comparable({ choices, usage, meta }: ChatCompletion): object {
  const [choice] = choices;
  const { content, tool_calls, ...message } = choice?.message ?? {};
  return {
    ...choice,
    usage,
    meta,
    message: { ...message, content: content ?? '' },
    calls: tool_calls?.map((call) => ({ ...call, id: '' })),
  };
}

describe('the usage of other dialects', () => {
  it('comes with each stream of OpenRouter, with its cost', async () => {
    const { ask } = answering({ engine, dialect: dialects.openrouter });
    const events = await eventsOf(await ask(STREAM));
    expect(JSON.parse(events.at(-2) ?? '')).toMatchObject({
      choices: [],
      usage: { ...USAGE, cost: COST.usd_spent, is_byok: false },
    });
  });

  it('comes with a stream of vLLM only when asked for, without a cost', async () => {
    const { ask } = answering({ engine, dialect: dialects.vllm });
    expect((await eventsOf(await ask(STREAM))).join('')).not.toContain('usage');
    const stream_options = { include_usage: true };
    expect((await eventsOf(await ask({ ...STREAM, stream_options }))).at(-2)).toContain('usage');
  });
});
