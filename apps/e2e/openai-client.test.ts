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
