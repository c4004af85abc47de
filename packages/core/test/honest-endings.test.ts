import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChatCompletion, HermesError } from '../src/index.ts';
import { isRecord } from '../src/primitives/is-record.ts';
import { recordedStreams } from './bytes.ts';
import { clientOf, hello, streams } from './fake-host.ts';

async function outcomeOf(bytes: Uint8Array): Promise<ChatCompletion | HermesError> {
  const stream = clientOf(streams([bytes])).chat.completions.stream(hello);
  return stream.finalCompletion().catch((error: unknown) => error as HermesError);
}

/** Whether a host has said by now that its answer is over: by a plain reader of events, not by ours. */
function saidItsEnd(bytes: Uint8Array): boolean {
  const events = new TextDecoder().decode(bytes).split(/\n\n/);
  return events.some((event) => {
    const data = /^data: ?(.*)$/m.exec(event)?.[1] ?? '';
    return data === '[DONE]' || finishReasonIn(data);
  });
}

function finishReasonIn(data: string): boolean {
  try {
    const value: unknown = JSON.parse(data);
    const choices = isRecord(value) && Array.isArray(value['choices']) ? value['choices'] : [];
    return choices.some((choice) => isRecord(choice) && Boolean(choice['finish_reason']));
  } catch {
    return false;
  }
}

function answerIn(outcome: ChatCompletion | HermesError): ChatCompletion | undefined {
  return outcome instanceof HermesError ? outcome.partial : outcome;
}

/** A recorded stream, and how much of it arrives. */
const cut = fc
  .constantFrom(...recordedStreams)
  .chain(([name, bytes]) => fc.tuple(fc.constant(name), fc.constant(bytes), fc.nat(bytes.length)));

test('a stream that ends too early is an error with what had arrived, and never passes for an answer', async () => {
  await fc.assert(
    fc.asyncProperty(cut, async ([name, bytes, length]) => {
      const whole = answerIn(await outcomeOf(bytes))?.choices[0]?.message;
      const outcome = await outcomeOf(bytes.subarray(0, length));
      const said = answerIn(outcome)?.choices[0]?.message;
      if (saidItsEnd(bytes.subarray(0, length))) {
        if (outcome instanceof HermesError) expect(outcome.code).toBe('thinking_exhausted');
        expect(said).toEqual(whole);
        return;
      }
      expect(outcome).toBeInstanceOf(HermesError);
      expect(outcome).toMatchObject({ code: 'stream_interrupted' });
      // Half a tag is text until the rest of it comes.
      if (name.startsWith('inline-')) return;
      expect(whole?.content ?? '').toContain(said?.content ?? '');
      expect(whole?.reasoning_content ?? '').toContain(said?.reasoning_content ?? '');
    }),
    { numRuns: 600 },
  );
});

test('a connection that breaks when the host has said why its answer ended takes nothing from it', async () => {
  const bytes = recordedStreams.get('openrouter.sse') as Uint8Array;
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf('\n\n', text.indexOf('"finish_reason":"stop"'));
  let pulled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (pulled) controller.error(new TypeError('terminated'));
        else controller.enqueue(bytes.subarray(0, end + 2));
        pulled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': 'text/event-stream' };
  const client = clientOf(() => Promise.resolve(new Response(body, { headers })));
  const { choices } = await client.chat.completions.stream(hello).finalCompletion();
  expect(choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: 'Hello.' } });
});
