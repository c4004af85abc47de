import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, chunk, plain } from '../../test/told.ts';
import type { Batch } from '../model/batch.ts';
import { notesOf } from '../primitives/notes.ts';
import { wireOf } from '../primitives/wire-value.ts';
import { createNormalizer } from './create-normalizer.ts';
import { createLazyNormalizer } from './lazy-normalizer.ts';

const text = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\u2003',
  '\ufeff',
  'word',
  '<',
  '<think>',
  'think>',
  '</think>',
  '<b>',
  'a <think>',
  '`',
);
const delta = fc.oneof(
  { weight: 6, arbitrary: fc.record({ content: text }) },
  fc.record({ role: fc.constant('assistant'), content: fc.constantFrom('', null) }),
  fc.constantFrom({}, { content: 'a', reasoning: '', tool_calls: [] }, { content: ['a'] }),
  fc.constantFrom({ reasoning_content: 'thought' }, { reasoning: 'thought' }, { tool_calls: '' }),
  fc.constant({ tool_calls: [{ function: { name: 'f', arguments: '{}' } }] }),
  fc.constant({ tool_calls: [{ index: 0, function: { name: 'f' } }] }),
);
const finish = fc.constantFrom(null, null, null, undefined, '', 'stop', 'length', 'eos');
const value = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(delta, finish, fc.constantFrom('c', 'd', undefined))
      .map(([said, reason, id]): unknown => ({ ...chunk(said, reason), id })),
  },
  fc.constantFrom<unknown>(
    { id: 'u', choices: [], usage: { total_tokens: 1, prompt_tokens_details: { cached: 0 } } },
    { choices: [], usage: { total_tokens: '1' } },
    { ...chunk({ content: 'x' }), usage: [] },
    { meta: { usage: { usd_spent: 1 } } },
    { id: 'c', choices: [{ index: 1, delta: { content: 'x' } }] },
    { id: 'c', choices: [{ index: 0, delta: null }] },
    { id: 'c', choices: [{ index: 0 }, { index: 1, delta: {} }] },
    { error: { message: 'busy', code: 503 } },
    null,
    'text',
  ),
);
const batches = fc.array(fc.array(value, { maxLength: 3 }), { maxLength: 8 });

/** The reason is what decides whether the call is a whole one, long before it comes. */
const callAfterTheEnd = [
  [chunk({ content: 'a' })],
  [chunk({}, 'length')],
  [chunk({ content: 'b' })],
  [chunk({ tool_calls: [{ index: 0, function: { name: 'f' } }] })],
];

/** What a batch brings, with what is known of it beside its fields. */
function shown({ items, done, failure }: Batch<object>): unknown {
  const told = items.map((item) => {
    const choices = (item as { choices: { delta?: object }[] }).choices;
    const deltas = choices.map(({ delta }) => delta && notesOf(delta));
    return { item, wire: wireOf(item), notes: notesOf(item), deltas };
  });
  return { told, done, message: failure?.message };
}

test('what is loaded later says what it would have said from the start, wherever the network cuts', async () => {
  await fc.assert(
    fc.asyncProperty(
      batches,
      fc.constantFrom(plain, asked, { ...plain, hidesReasoning: true }),
      async (given, context) => {
        const full = createNormalizer(context);
        const lazy = createLazyNormalizer(
          () => Promise.resolve(createNormalizer(context)),
          !context.reasoning,
        );
        for (const items of given) {
          const batch = { items, done: false };
          const expected = full.push(batch);
          expect(shown(await lazy.push(batch))).toEqual(shown(expected));
          if (expected.failure) return;
        }
        expect(shown(await lazy.end({ items: [], done: false }))).toEqual(shown(full.end()));
      },
    ),
    { seed: 7, numRuns: 2_000, examples: [[callAfterTheEnd, plain]] },
  );
});

test('an answer that is plain text loads nothing, streamed or whole', () => {
  const lazy = createLazyNormalizer(() => expect.fail('it was loaded'), true);
  const batch = {
    items: [
      chunk({ role: 'assistant', content: '', reasoning: null }),
      chunk({ content: '\n' }),
      chunk({ content: 'a < b, `<think>` and <tool_call>' }),
      chunk({ content: '<think>' }),
      chunk({}, 'stop'),
      { choices: [], usage: { total_tokens: 3 } },
    ],
    done: true,
  };
  expect(lazy.push(batch)).toBe(batch);
  expect(lazy.end({ items: [], done: false })).toEqual({ items: [], done: false });
});

test('what cannot be loaded fails the answer when it is needed, and not before', async () => {
  const lazy = createLazyNormalizer(() => Promise.reject(new Error('offline')), false);
  await Promise.resolve();
  await expect(lazy.push({ items: [chunk({ content: 'a' })], done: false })).rejects.toThrow(
    'offline',
  );
});
