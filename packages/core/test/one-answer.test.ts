import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatCompletion } from '../src/index.ts';
import { cutAt, recordedStreams, withLineEnding } from './bytes.ts';
import { clientOf, hello, streams } from './fake-host.ts';

function complete(pieces: readonly Uint8Array[]): Promise<ChatCompletion> {
  return clientOf(streams(pieces)).chat.completions.stream(hello).finalCompletion();
}

test('recorded streams become the documented completion', async () => {
  const completions = await Promise.all(
    [...recordedStreams].map(async ([name, bytes]) => [name, await complete([bytes])] as const),
  );
  expect(Object.fromEntries(completions)).toMatchSnapshot();
});

describe.each([...recordedStreams])('%s', (_, bytes) => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('gives the same completion for every cut in two, with %s', async (_name, ending) => {
    const whole = await complete([bytes]);
    const variant = withLineEnding(bytes, ending);
    for (let place = 0; place <= variant.length; place++) {
      expect(await complete(cutAt(variant, [place])), `cut at byte ${place}`).toEqual(whole);
    }
  });

  test('gives the same completion for random cuts in many', async () => {
    const whole = await complete([bytes]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 60 }), async (places) => {
        expect(await complete(cutAt(bytes, places))).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  test('gives the same completion a byte at a time', async () => {
    const everywhere = Array.from(bytes, (_byte, place) => place);
    expect(await complete(cutAt(bytes, everywhere))).toEqual(await complete([bytes]));
  });

  test('sent whole as JSON, is the same completion', async () => {
    const streamed = await complete([bytes]);
    const client = clientOf(() => Promise.resolve(Response.json(streamed)));
    expect(await client.chat.completions.create(hello)).toEqual(streamed);
    // Some hosts answer with JSON although a stream was asked for.
    expect(await client.chat.completions.stream(hello).finalCompletion()).toEqual(streamed);
  });
});
