import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainRequest } from './is-plain-request.ts';
import { ranges } from './plain-request.generated.ts';
import { findRequestIssues } from './validate-request.ts';

const text = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };

test.each([
  ['a question', {}],
  ['a stream', { stream: true, stream_options: { include_usage: true } }],
  ['settings within their bounds', { temperature: 0, top_p: 0.01, max_tokens: 1 }],
  [
    'a conversation',
    {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'assistant', content: 'Yes?' },
      ],
    },
  ],
])('%s is plain', (_, change) => {
  expect(isPlainRequest({ ...text, ...change })).toBe(true);
});

test.each([
  ['thinking', { reasoning: true }],
  ['how likely each token was', { logprobs: true }],
  ['tools', { tools: [] }],
  ['what tools are told of', { parallel_tool_calls: true }],
  ['a thought that was kept', { messages: [{ ...text.messages[0], reasoning_content: '' }] }],
  ['a setting that few requests have', { seed: 1 }],
  ['an unknown parameter', { top_q: 1 }],
  ['a name that every object has', { constructor: 1 }],
  ['a hole in the conversation', { messages: Array.from({ length: 1 }) }],
])('%s needs a closer look', (_, change) => {
  expect(isPlainRequest({ ...text, ...change })).toBe(false);
});

const value = fc.oneof(
  fc.constantFrom<unknown>(0, 0.01, 0.5, 1, 1.5, 2, 20, 21, -2, -3, Number.NaN, Infinity),
  fc.constantFrom<unknown>(true, false, '', 'x', null, undefined, [], {}, ['x']),
);
const message = fc.record(
  {
    role: fc.constantFrom<unknown>('system', 'developer', 'user', 'assistant', 'tool', 1),
    content: fc.oneof(fc.string(), fc.constant('x'), value),
    name: value,
  },
  { requiredKeys: ['role', 'content'] },
);
const request = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...Object.keys(ranges), 'stop', 'logprobs'), value, {
      maxKeys: 2,
    }),
    fc.record(
      {
        model: fc.constantFrom<unknown>('m', 'n', '', 1),
        messages: fc.oneof({ arbitrary: fc.array(message, { maxLength: 2 }), weight: 4 }, value),
        stream_options: fc.record({ include_usage: fc.oneof(fc.boolean(), value), more: value }),
      },
      { requiredKeys: ['model', 'messages'] },
    ),
  )
  .map(([settings, rest]) => ({ ...settings, ...rest }));

test('what is plain keeps to the API document', () => {
  let plain = 0;
  fc.assert(
    fc.property(request, (body) => {
      if (!isPlainRequest(body)) return;
      plain += 1;
      expect(findRequestIssues(body)).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
  // The law says nothing unless some requests are.
  expect(plain).toBeGreaterThan(100);
});
