import { createHook } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { clientOf, hello, streams } from './fake-host.ts';

/** A streamed answer of so many chunks, in so many network chunks. */
function answerOf(chunks: number, networkChunks: number): Uint8Array[] {
  const event = (delta: object, finish_reason: string | null): string =>
    `data: ${JSON.stringify({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  const events = [
    ...Array.from({ length: chunks - 1 }, (_, index) => event({ content: `${index} ` }, null)),
    event({}, 'stop'),
  ];
  const each = Math.ceil(chunks / networkChunks);
  return Array.from({ length: networkChunks }, (_, index) =>
    utf8(events.slice(index * each, (index + 1) * each).join('')),
  );
}

/** How many promises the platform makes while something runs. */
async function promisesOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'PROMISE') count += 1;
    },
  });
  hook.enable();
  await work();
  hook.disable();
  return count;
}

function readWhole(chunks: number, networkChunks: number): Promise<number> {
  const { completions } = clientOf(streams(answerOf(chunks, networkChunks))).chat;
  return promisesOf(() => completions.stream(hello).finalCompletion());
}

// The platform's streams make a few promises more or less from run to run.
const SLACK = 20;

test('a stream costs promises by the network chunk, not by the event', async () => {
  await readWhole(10, 1);
  const few = await readWhole(10, 1);
  const many = await readWhole(10_000, 1);
  expect(many - few).toBeLessThanOrEqual(SLACK);
});

test('each network chunk costs the same few promises', async () => {
  await readWhole(600, 10);
  const ten = await readWhole(600, 10);
  const hundred = await readWhole(600, 100);
  expect((hundred - ten) / 90).toBeLessThanOrEqual(8);
});

test('iterating costs one promise an event more, and the one that `for await` makes', async () => {
  const loop = async (chunks: number): Promise<number> => {
    const { completions } = clientOf(streams(answerOf(chunks, 1))).chat;
    return promisesOf(async () => {
      for await (const _ of await completions.create({ ...hello, stream: true }));
    });
  };
  const perEvent = ((await loop(2_000)) - (await loop(1_000))) / 1_000;
  expect(perEvent).toBeLessThanOrEqual(3);
});
