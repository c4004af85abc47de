import { describe, expect, it } from 'vitest';
import { say, user } from '../../../../test/sim.ts';

const tool = {
  type: 'function' as const,
  function: {
    name: 'find_place',
    parameters: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        count: { type: 'integer' },
        day: { type: 'string', format: 'date' },
        when: { type: 'string', pattern: '^(a|a)*$' },
      },
    },
  },
};

describe('messages as long as a book', () => {
  it.each([
    ' ',
    '\n',
    'a',
    'A ',
    '"',
    '“',
    "'",
    'my ',
    'my a is ',
    'I like ',
    'count to ',
    '1',
    '1 + ',
    '(',
    '2026-01-',
    'name: ',
    'name is ',
    ', ',
    ' and ',
    'in the ',
    'JSON with the fields a, ',
    '<tools>',
    '</tools>',
    '<think>',
    '<|a',
    '😀',
  ])(
    'are answered at once, whatever they repeat: %j',
    (part) => {
      const text = part.repeat(Math.ceil(300_000 / part.length));
      const messages = [{ role: 'system' as const, content: text }, user(text)];
      expect(say({ messages, thinking: true })).toContain('local simulator');
      expect(say({ messages, tools: [tool], tool_choice: 'required' })).toContain('find_place');
      expect(say({ messages, response_format: { type: 'json_object' } })).toMatch(/^\{/);
    },
    10_000,
  );

  it('are heard to their end, where the question may stand', () => {
    const messages = [
      user(`${'Lorem ipsum. '.repeat(10_000)}\nCount to 3, and find the place called "Rome".`),
    ];
    expect(say({ messages })).toContain('1, 2, 3.');
    expect(say({ messages, tools: [tool] })).toContain('"name": "Rome"');
  });
});
