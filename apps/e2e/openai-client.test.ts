import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { openHost } from './support/hosts.ts';

const model = 'nousresearch/hermes-4-405b';
const request = {
  model,
  messages: [{ role: 'user' as const, content: 'Hello' }],
} satisfies OpenAI.ChatCompletionCreateParamsNonStreaming;

describe('the OpenAI client against the local server', () => {
  it('gets an answer in one piece', async () => {
    const openai = await connect();
    const completion = await openai.chat.completions.create(request);
    expect(completion).toMatchObject({ object: 'chat.completion', model });
    expect(completion.choices).toHaveLength(1);
    expect(completion.choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { role: 'assistant', content: expect.stringContaining('“Hello”') as string },
    });
  });

  it('streams the text that it gets in one piece', async () => {
    const openai = await connect();
    const { choices } = await openai.chat.completions.create(request);
    const pieces: string[] = [];
    for await (const chunk of await openai.chat.completions.create({ ...request, stream: true })) {
      pieces.push(chunk.choices[0]?.delta.content ?? '');
    }
    expect(pieces.filter((piece) => piece !== '').length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(choices[0]?.message.content);
  });

  it('is told the usage of a stream in a last chunk without choices, and only when it asks', async () => {
    const openai = await connect();
    const { usage } = await openai.chat.completions.create(request);
    const asked = { ...request, stream: true, stream_options: { include_usage: true } } as const;
    const told = await all(await openai.chat.completions.create(asked));
    expect(told.at(-1)).toMatchObject({ choices: [], usage });
    const untold = await all(await openai.chat.completions.create({ ...request, stream: true }));
    expect(untold.filter((chunk) => chunk.usage)).toEqual([]);
  });

  it('folds a stream with its own helper into the answer that comes in one piece', async () => {
    const openai = await connect();
    const { choices } = await openai.chat.completions.create(request);
    const folded = await openai.chat.completions.stream(request).finalChatCompletion();
    expect(folded.choices[0]?.message.content).toBe(choices[0]?.message.content);
    expect(folded.choices[0]?.finish_reason).toBe(choices[0]?.finish_reason);
  });

  it('runs tools with its own helper, in one piece and streamed', async () => {
    const openai = await connect();
    const params = {
      model,
      messages: [{ role: 'user' as const, content: 'What is the weather in the city “Lisbon”?' }],
      tools: [
        {
          type: 'function' as const,
          function: {
            name: 'weather',
            description: 'The weather in a city, now',
            parameters: {
              type: 'object',
              properties: { city: { type: 'string' } },
              required: ['city'],
            },
            parse: JSON.parse,
            function: ({ city }: { city: string }) => `Sunny in ${city}`,
          },
        },
      ],
    };
    const whole = openai.chat.completions.runTools(params);
    expect(await whole.finalContent()).toContain('Sunny in Lisbon');
    const streamed = openai.chat.completions.runTools({ ...params, stream: true });
    expect(await streamed.finalContent()).toContain('Sunny in Lisbon');
    expect(await streamed.finalFunctionToolCall()).toMatchObject({ name: 'weather' });
  });

  it('gets JSON of a schema', async () => {
    const openai = await connect();
    const schema = {
      type: 'object',
      properties: { city: { type: 'string' }, rank: { enum: [1, 2, 3] } },
      required: ['city', 'rank'],
      additionalProperties: false,
    };
    const { choices } = await openai.chat.completions.create({
      ...request,
      response_format: { type: 'json_schema', json_schema: { name: 'city', schema } },
    });
    const value = JSON.parse(choices[0]?.message.content ?? '') as object;
    expect(Object.keys(value).sort()).toEqual(['city', 'rank']);
    expect([1, 2, 3]).toContain((value as { rank: unknown }).rank);
  });

  it('gets the probabilities of the tokens that were drawn', async () => {
    const openai = await connect();
    const { choices } = await openai.chat.completions.create({
      ...request,
      logprobs: true,
      top_logprobs: 2,
    });
    const tokens = choices[0]?.logprobs?.content ?? [];
    expect(tokens.map(({ token }) => token).join('')).toBe(choices[0]?.message.content);
    for (const { logprob } of tokens) expect(logprob).toBeLessThanOrEqual(0);
  });

  // The words of an error do not get through: the hosted API's form, which the server keeps to, has
  // them in `message`, and this client looks in `error.message` alone.
  it('raises AuthenticationError for a key that the server does not know', async () => {
    const openai = await connect({ apiKey: 'wrong-key' });
    const error = await failure(openai.chat.completions.create(request));
    expect(error).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(error).toMatchObject({ status: 401 });
  });

  it('raises BadRequestError for a request outside the schema', async () => {
    const openai = await connect();
    const error = await failure(openai.chat.completions.create({ ...request, top_p: 2 }));
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(error).toMatchObject({ status: 400 });
  });
});

async function connect({ apiKey = 'test-key' } = {}): Promise<OpenAI> {
  const { baseURL } = await openHost({ keys: ['test-key'] });
  return new OpenAI({ apiKey, baseURL, maxRetries: 0 });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function failure(call: Promise<unknown>): Promise<Error> {
  const outcome = await call.catch((error: unknown) => error);
  if (outcome instanceof Error) return outcome;
  throw new Error('The call was expected to fail.');
}
