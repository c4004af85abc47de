import type { ChatCompletionMessageParam, ErrorCode, HermesError } from '@hermes4/core';
import { isHermesError } from '@hermes4/core';
import { createHermes } from '@hermes4/node';
import { describe, expect, it } from 'vitest';
import { openHost } from './support/hosts.ts';
import { thrownBy } from './support/thrown-by.ts';
import { type Connect, ways } from './support/ways.ts';

const messages: ChatCompletionMessageParam[] = [{ role: 'user', content: 'Hello' }];
const KEY = 'sk-right-key';

interface Refusal {
  readonly what: string;
  readonly setup?: Parameters<Connect>;
  readonly params?: { readonly model: string };
  readonly told: { readonly code: ErrorCode; readonly status: number };
  readonly words: string;
}

describe.each(ways)('what the server refuses %s', (_, connect) => {
  it.each<Refusal>([
    {
      what: 'an unknown key',
      setup: [{ keys: [KEY] }, 'sk-wrong-key'],
      told: { code: 'unauthorized', status: 401 },
      words: 'This request requires a valid API key.',
    },
    {
      what: 'a missing key',
      setup: [{ keys: [KEY] }],
      told: { code: 'unauthorized', status: 401 },
      words: 'This request requires a valid API key.',
    },
    {
      // The client leaves the model's name to the host, so that this one travels.
      what: 'another model',
      params: { model: 'gpt-4o' },
      told: { code: 'invalid_request', status: 400 },
      words: 'Body validation error! model: expected "nousresearch/hermes-4-405b"',
    },
    {
      what: 'a body that is too large',
      setup: [{ maxRequestBytes: 20 }],
      told: { code: 'invalid_request', status: 413 },
      words: 'larger than 20 bytes',
    },
  ])('is told for $what as $told.code, whole and streamed', async (refused) => {
    const { setup = [], params, told, words } = refused;
    const { chat } = await connect(...setup);
    for (const stream of [false, true]) {
      const error = await refusal(() => chat.completions.create({ messages, ...params, stream }));
      expect(error).toMatchObject(told);
      expect(error.requestId).toMatch(/^[\w-]+$/);
      expect(error.message).toContain(words);
      expect(JSON.stringify(error) + error.message + (error.stack ?? '')).not.toContain('sk-wrong');
    }
  });
});

describe('a base URL that leads past the API', () => {
  it('is told as not_found, with what to check', async () => {
    const { origin } = await openHost();
    const { chat } = createHermes({ baseURL: `${origin}/v2` });
    const error = await refusal(() => chat.completions.create({ messages }));
    expect(error).toMatchObject({ code: 'not_found', status: 404 });
    expect(error.message).toContain('Cannot POST /v2/chat/completions');
    expect(error.message).toContain('baseURL');
  });
});

async function refusal(call: () => Promise<unknown>): Promise<HermesError> {
  const error = await thrownBy(call);
  if (isHermesError(error)) return error;
  throw error;
}
