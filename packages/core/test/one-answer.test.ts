import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatCompletion, ChatCompletionCreateParams } from '../src/index.ts';
import { cutAt, recordedStreams, withLineEnding } from './bytes.ts';
import { clientOf, hello, streams } from './fake-host.ts';
import { recordedAnswers } from './recorded-answers.ts';

const weather = { type: 'function' as const, function: { name: 'get_weather', parameters: {} } };

/** What is read out of the text depends on what was asked for. */
function requestOf(name: string): ChatCompletionCreateParams & { stream?: false } {
  return name.startsWith('inline-') ? { ...hello, reasoning: true, tools: [weather] } : hello;
}

async function complete(name: string, pieces: readonly Uint8Array[]): Promise<ChatCompletion> {
  const stream = clientOf(streams(pieces)).chat.completions.stream(requestOf(name));
  // An answer that is all thought is a failure that carries it.
  return stream.finalCompletion().catch((error: unknown) => partialOf(error));
}

function partialOf(error: unknown): ChatCompletion {
  const { partial } = error as { partial?: ChatCompletion };
  if (partial) return partial;
  throw error;
}

function answering(text: string): ReturnType<typeof clientOf> {
  const headers = { 'content-type': 'application/json' };
  return clientOf(() => Promise.resolve(new Response(text, { headers })));
}

test('recorded streams become the documented completion', async () => {
  const completions = await Promise.all(
    [...recordedStreams].map(
      async ([name, bytes]) => [name, await complete(name, [bytes])] as const,
    ),
  );
  expect(Object.fromEntries(completions)).toMatchSnapshot();
});

test('each fixture says where its shape was seen', () => {
  const text = readFileSync(new URL('fixtures/README.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `([\w-]+)` \| (●?) ?\| (●?) ?\|/gm)];
  const named = (column: number, ending: string): string[] =>
    rows.flatMap((row) => (row[column] ? [`${row[1] ?? ''}.${ending}`] : [])).sort();
  expect(named(2, 'sse')).toEqual([...recordedStreams.keys()].sort());
  expect(named(3, 'json')).toEqual([...recordedAnswers.keys()].sort());
});

test.each([...recordedAnswers])(
  '%s is the completion that its stream becomes',
  async (name, text) => {
    const client = answering(text);
    const whole = await client.chat.completions.create(requestOf(name)).catch(partialOf);
    const bytes = recordedStreams.get(name.replace('.json', '.sse'));
    if (bytes) expect(whole).toEqual(await complete(name, [bytes]));
    else expect(whole).toEqual(JSON.parse(text));
    expect((whole as { _wire?: unknown })._wire).toEqual(JSON.parse(text));
  },
);

describe.each([...recordedStreams])('%s', (name, bytes) => {
  // How lines end is the decoder's matter alone; two streams are enough to show it.
  const endings = /^openrouter\.|uneven/.test(name) ? ['\n', '\r\n', '\r'] : ['\n'];

  test.each(endings)('gives the same completion for every cut in two, with %j', async (ending) => {
    const whole = await complete(name, [bytes]);
    const variant = withLineEnding(bytes, ending);
    for (let place = 0; place <= variant.length; place++) {
      expect(await complete(name, cutAt(variant, [place])), `cut at byte ${place}`).toEqual(whole);
    }
  });

  test('gives the same completion for random cuts in many', async () => {
    const whole = await complete(name, [bytes]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 60 }), async (places) => {
        expect(await complete(name, cutAt(bytes, places))).toEqual(whole);
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  test('gives the same completion a byte at a time', async () => {
    const everywhere = Array.from(bytes, (_byte, place) => place);
    expect(await complete(name, cutAt(bytes, everywhere))).toEqual(await complete(name, [bytes]));
  });

  test('sent whole as JSON, is the same completion', async () => {
    const streamed = await complete(name, [bytes]);
    const client = answering(JSON.stringify(streamed));
    const request = requestOf(name);
    expect(await client.chat.completions.create(request).catch(partialOf)).toEqual(streamed);
    // Some hosts answer with JSON although a stream was asked for.
    const stream = client.chat.completions.stream(request);
    expect(await stream.finalCompletion().catch(partialOf)).toEqual(streamed);
  });
});
