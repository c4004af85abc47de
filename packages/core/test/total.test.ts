import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChatCompletion, type Hermes, HermesError } from '../src/index.ts';
import { cutAt, recordedStreams, utf8 } from './bytes.ts';
import { clientOf, hello, streams } from './fake-host.ts';
import { recordedAnswers } from './recorded-answers.ts';

const bodies = [...recordedStreams.values(), ...[...recordedAnswers.values()].map(utf8)];
const tool = { type: 'function' as const, function: { name: 'get_weather', parameters: {} } };
const asking = { ...hello, reasoning: true, tools: [tool] };

/** What a host or a proxy may do to a body: bytes lost, bytes added, bytes of another answer. */
const damaged: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(...bodies),
    fc.array(
      fc.record({
        at: fc.nat(4_000),
        lose: fc.nat(40),
        add: fc.oneof(
          fc.uint8Array({ maxLength: 8 }),
          fc.constantFrom(...bodies).map((bytes) => bytes.subarray(0, 120)),
          fc.constantFrom('null', '[]', '{}', '"', '\\u', '\n\n', 'data: ', '[DONE]').map(utf8),
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([bytes, edits]) => edits.reduce(edited, bytes));

function edited(
  bytes: Uint8Array,
  { at, lose, add }: { at: number; lose: number; add: Uint8Array },
): Uint8Array {
  const from = at % (bytes.length + 1);
  return new Uint8Array([...bytes.subarray(0, from), ...add, ...bytes.subarray(from + lose)]);
}

const asks: readonly ((hermes: Hermes) => Promise<ChatCompletion>)[] = [
  ({ chat }) => chat.completions.create(hello),
  ({ chat }) => chat.completions.create(asking),
  ({ chat }) => chat.completions.stream(hello).finalCompletion(),
  ({ chat }) => chat.completions.stream(asking).finalCompletion(),
];

test('whatever bytes arrive, and however, the call ends with a completion or with our error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })),
      fc.array(fc.nat(4_000), { maxLength: 6 }),
      fc.constantFrom('text/event-stream', 'application/json', 'text/html', 'text/plain'),
      fc.constantFrom(...asks),
      async (bytes, places, type, ask) => {
        const outcome: unknown = await ask(clientOf(streams(cutAt(bytes, places), type))).catch(
          (error: unknown) => error,
        );
        if (outcome instanceof HermesError) return;
        expect(outcome).toMatchObject({ object: 'chat.completion' });
        expect(Array.isArray((outcome as ChatCompletion).choices)).toBe(true);
      },
    ),
    { numRuns: 1_500 },
  );
});
