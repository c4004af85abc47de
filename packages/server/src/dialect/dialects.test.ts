import { type ChatCompletion, createHermes, HermesError } from '@hermes4/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchOf } from '../../test/answering.ts';
import { inPieces, scriptedEngine } from '../../test/scripted-engine.ts';
import type { TokenEngine } from '../engine/engine.ts';
import { Refusal } from '../refusal.ts';
import type { DialectName } from './dialect.ts';
import { dialects } from './dialects.ts';

const names = Object.keys(dialects) as DialectName[];
const tool = { type: 'function' as const, function: { name: 'weather', parameters: {} } };
const call = (city: string): string =>
  `<tool_call>\n{"name": "weather", "arguments": {"city": "${city}"}}\n</tool_call>`;

const ANSWERS: Record<string, string> = {
  'a plain text': 'Hello there.\n\nHow are you?',
  'a text after thoughts': '<think>\nShort, then.\n\nYes.\n</think>\nHello.',
  'a call': call('Lisbon'),
  'calls after thoughts and a text': `<think>\nTwo.\n</think>\nI look it up.\n${call('Lisbon')}\n${call('Paris')}`,
  'thoughts between calls': `<think>\nOne.\n</think>\n${call('Lisbon')}\n<think>\nAnd?\n</think>\n${call('Rome')}`,
  'calls around a text': `${call('Lisbon')}\nAnd now\n${call('Paris')}`,
};

describe.each(names)('the dialect %s', (name) => {
  it.each(Object.entries(ANSWERS))('brings our client %s', async (_, text) => {
    const normal = await said('aimlapi', engineFor(text), false);
    expect(await said(name, engineFor(text), false)).toEqual(normal);
    expect(await said(name, engineFor(text), true)).toEqual(normal);
  });

  it('brings our client an answer that was cut', async () => {
    const engine = engineFor('<think>\nA long thought.\n</think>\nHi');
    for (const max_tokens of [2, 5, 9, 60]) {
      const normal = await said('aimlapi', engine, false, { max_tokens });
      expect(await said(name, engine, false, { max_tokens })).toEqual(normal);
      expect(await said(name, engine, true, { max_tokens })).toEqual(normal);
    }
  });

  it('brings our client the same, whatever the model writes and however it is cut', async () => {
    const part = fc.constantFrom('Hi', ' you', '\n', '\n\n', call('Rome'), ' <b>', 'ä😀', '.');
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.constantFrom('A.', 'A\n\nB')),
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (thought, parts, length) => {
          const text = `${thought === null ? '' : `<think>\n${thought}\n</think>\n`}${parts.join('')}`;
          const normal = await said('aimlapi', engineFor(text, length), false);
          expect(await said(name, engineFor(text, length), false)).toEqual(normal);
          expect(await said(name, engineFor(text, length), true)).toEqual(normal);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells our client why a call is refused', async () => {
    const refused = scriptedEngine(() => {
      throw new Refusal(429, 'Slow down.');
    });
    const dialect = dialects[name];
    const fetch: typeof globalThis.fetch = async (...given) => {
      try {
        return await fetchOf({ engine: refused, dialect })(...given);
      } catch (error) {
        const refusal = error as Refusal;
        const hosted = { requestId: 'r', statusCode: 429, message: refusal.message };
        return Response.json(dialect.refusal(refusal, hosted), { status: refusal.status });
      }
    };
    const hermes = createHermes({ fetch, host: 'local', maxRetries: 0 });
    const error = await hermes.chat.completions.create(asked).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rate_limited', status: 429 });
    expect((error as HermesError).message).toContain('Slow down.');
  });

  it('tells our client inside a stream that it broke off', async () => {
    const engine = scriptedEngine(function* () {
      yield 'One';
      throw new Error('out of memory');
    });
    const hermes = createHermes({
      fetch: fetchOf({ engine, dialect: dialects[name] }),
      host: 'local',
    });
    const error = await hermes.chat.completions
      .stream(asked)
      .finalCompletion()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HermesError);
    expect((error as HermesError).message).toContain('out of memory');
    expect((error as HermesError).partial?.choices[0]?.message.content).toBe('One');
  });
});

const asked = { messages: [{ role: 'user' as const, content: 'Hello' }], tools: [tool] };

function engineFor(text: string, length = 3): TokenEngine {
  return scriptedEngine(() => inPieces(text, length));
}

/** What a client of ours takes from an answer. */
async function said(
  name: DialectName,
  engine: TokenEngine,
  isStreamed: boolean,
  change: object = {},
): Promise<object> {
  const fetch = fetchOf({ engine, dialect: dialects[name] });
  const { completions } = createHermes({ fetch, host: 'local' }).chat;
  const request = { ...asked, reasoning: true, ...change };
  const completion = isStreamed
    ? completions.stream(request).finalCompletion()
    : completions.create(request);
  return essence(await completion.catch(partialOf));
}

/** An answer that was cut while the model was thinking is an error to our client, and holds what came. */
function partialOf(error: unknown): ChatCompletion {
  if (error instanceof HermesError && error.partial) return error.partial;
  throw error;
}

function essence({ choices, usage }: ChatCompletion): object {
  const [choice] = choices;
  const { content, reasoning_content, tool_calls } = choice?.message ?? {};
  return {
    // An answer of calls alone may say so with no text or with an empty one.
    content: content === '' ? null : content,
    reasoning_content,
    calls: tool_calls?.map(({ id, type, ...body }) => ({ hasId: id !== '', type, ...body })) ?? [],
    finish: choice?.finish_reason,
    tokens: [usage?.prompt_tokens, usage?.completion_tokens, usage?.total_tokens],
    thoughts: usage?.completion_tokens_details?.reasoning_tokens,
  };
}
