import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from '../../test/told.ts';
import { createAccumulator } from '../accumulate/accumulator.ts';
import { createBeyondText } from '../accumulate/beyond-text.ts';
import { createNormalizer } from './create-normalizer.ts';
import { normalizeAnswer } from './normalize-completion.ts';
import { plainAnswer } from './plain-answer.ts';

const text = fc.oneof(
  fc.constantFrom(
    'Hi',
    ' Hi',
    '',
    ' ',
    '<',
    ' <think>a</think>b',
    'a <think>',
    '</think>',
    '\ufeff<',
  ),
  fc.string(),
);
const message = fc.oneof(
  { weight: 6, arbitrary: fc.record({ role: fc.constant('assistant'), content: text }) },
  fc.record({
    role: fc.constantFrom('assistant', 'user', ''),
    content: fc.oneof(text, fc.constantFrom(null, [], 1)),
    reasoning_content: fc.constantFrom(null, '', 'hm'),
    refusal: fc.constantFrom(null, '', 'no'),
    tool_calls: fc.constantFrom<unknown>(null, [], [{ id: 'c' }]),
    audio: fc.constantFrom<unknown>(null, { id: 'a' }),
  }),
  fc.constantFrom<unknown>(null, 'Hi', { content: 'Hi' }),
);
const choice = fc.record(
  {
    index: fc.constantFrom<unknown>(0, 0, 0, 1, null),
    message,
    finish_reason: fc.constantFrom<unknown>('stop', 'stop', 'length', 'eos', null, ''),
    logprobs: fc.constantFrom<unknown>(null, { content: [] }),
    stop_reason: fc.constantFrom<unknown>(null, 1),
  },
  { requiredKeys: ['index', 'message'] },
);
const answer = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.tuple(choice) }, fc.array(choice, { maxLength: 2 })),
    fc.constantFrom<object>(
      {},
      { object: 'chat.completion', system_fingerprint: '', usage: null },
      { usage: { total_tokens: 3, completion_tokens_details: { reasoning_tokens: 2 } } },
      { usage: { total_tokens: 3 }, meta: { usage: { usd_spent: 1 } } },
      { usage: { total_tokens: '3' } },
    ),
  )
  .map(([choices, more]) => ({ id: 'a', created: 1, model: 'm', ...more, choices }));

test('an answer that passes as it is becomes what a stream of it would have become', () => {
  let passed = 0;
  fc.assert(
    fc.property(answer, (value) => {
      const direct = plainAnswer(value);
      if (!direct) return;
      passed += 1;
      const fold = createAccumulator(createBeyondText);
      const batch = normalizeAnswer(value, createNormalizer(plain));
      for (const chunk of batch.items) fold.add(chunk);
      expect(batch.failure).toBeUndefined();
      expect(JSON.stringify(direct)).toBe(JSON.stringify(fold.completion()));
      expect(direct._wire).toBe(value);
      expect(direct._warnings).toBe(fold.completion()._warnings);
    }),
    { numRuns: 3_000, seed: 6 },
  );
  expect(passed).toBeGreaterThan(100);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a list', [1]],
  ['choices that are none', { choices: 'Hi' }],
  ['a hole', { choices: [null] }],
  [
    'two answers',
    { choices: Array(2).fill({ index: 0, message: { role: 'assistant', content: 'a' } }) },
  ],
])('%s does not pass as it is', (_, value) => {
  expect(plainAnswer(value)).toBeUndefined();
});
