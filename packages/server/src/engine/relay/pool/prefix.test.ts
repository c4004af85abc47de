import type { WireChatRequest } from '@hermes4/core/internal';
import { expect, test } from 'vitest';
import { prefixOf } from './prefix.ts';

const SYSTEM = { role: 'system', content: 'You are patient. '.repeat(100) };
const QUESTION = { role: 'user', content: 'Why?' };

function prefix(messages: readonly object[], more: object = {}): number | undefined {
  const request = { model: 'm', messages, ...more };
  return prefixOf(request as unknown as WireChatRequest, JSON.stringify(request));
}

test('all turns of a conversation have the prefix of its first', () => {
  const first = [SYSTEM, QUESTION];
  const later = [...first, { role: 'assistant', content: 'So.' }, { role: 'user', content: 'No!' }];
  expect(prefix(later)).toBe(prefix(first));
});

test('another question, another model and other tools are another prefix', () => {
  const prefixes = [
    prefix([SYSTEM, QUESTION]),
    prefix([SYSTEM, { role: 'user', content: 'How?' }]),
    prefix([SYSTEM, QUESTION], { model: 'n' }),
    prefix([SYSTEM, QUESTION], { tools: [{ type: 'function', function: { name: 'f' } }] }),
  ];
  expect(new Set(prefixes).size).toBe(4);
});

test('a short call has none', () => {
  expect(prefix([QUESTION])).toBeUndefined();
});

test('a conversation without a user begins with all that it has', () => {
  expect(prefix([SYSTEM])).toBeTypeOf('number');
});
