import type { ChatStreamPart, ToolCallDeltaPart } from '@hermes4/core';
import { expect, test } from 'vitest';
import { createPartWriter } from './part-writer.ts';

const think = (text: string): ChatStreamPart => ({
  type: 'reasoning-delta',
  text,
  origin: 'inline',
});
const say = (text: string): ChatStreamPart => ({ type: 'text-delta', text, origin: 'native' });
const call = (index: number, more: Partial<ToolCallDeltaPart>): ChatStreamPart => ({
  type: 'tool-call-delta',
  index,
  arguments: '',
  origin: 'native',
  ...more,
});

test('blocks begin, go on and end, and do not overlap', () => {
  expect(write([think('a'), think('b'), say('c'), think('d'), say('e')])).toEqual([
    {
      type: 'reasoning-start',
      id: 'reasoning-0',
      providerMetadata: { hermes4: { origin: 'inline' } },
    },
    { type: 'reasoning-delta', id: 'reasoning-0', delta: 'a' },
    { type: 'reasoning-delta', id: 'reasoning-0', delta: 'b' },
    { type: 'reasoning-end', id: 'reasoning-0' },
    { type: 'text-start', id: 'text-1' },
    { type: 'text-delta', id: 'text-1', delta: 'c' },
    { type: 'text-end', id: 'text-1' },
    {
      type: 'reasoning-start',
      id: 'reasoning-2',
      providerMetadata: { hermes4: { origin: 'inline' } },
    },
    { type: 'reasoning-delta', id: 'reasoning-2', delta: 'd' },
    { type: 'reasoning-end', id: 'reasoning-2' },
    { type: 'text-start', id: 'text-3' },
    { type: 'text-delta', id: 'text-3', delta: 'e' },
    { type: 'text-end', id: 'text-3' },
  ]);
});

test('calls whose pieces mix are told apart, and are made at the end', () => {
  const parts = write([
    say('Let me look.'),
    call(0, { id: 'a', name: 'look', arguments: '{"at":' }),
    call(1, { id: 'b', name: 'hear' }),
    call(0, { arguments: '1}' }),
    call(1, { arguments: '{}' }),
  ]);
  expect(parts.slice(2)).toEqual([
    { type: 'text-end', id: 'text-0' },
    { type: 'tool-input-start', id: 'a', toolName: 'look' },
    { type: 'tool-input-delta', id: 'a', delta: '{"at":' },
    { type: 'tool-input-start', id: 'b', toolName: 'hear' },
    { type: 'tool-input-delta', id: 'a', delta: '1}' },
    { type: 'tool-input-delta', id: 'b', delta: '{}' },
    { type: 'tool-input-end', id: 'a' },
    { type: 'tool-call', toolCallId: 'a', toolName: 'look', input: '{"at":1}' },
    { type: 'tool-input-end', id: 'b' },
    { type: 'tool-call', toolCallId: 'b', toolName: 'hear', input: '{}' },
  ]);
});

test('a call that was mended is no JSON, and says where it comes from', () => {
  const parts = write([
    call(0, { id: 'a', name: 'look', arguments: '{"at":1}', origin: 'recovered' }),
  ]);
  const made = parts.at(-1) as { input: string };
  expect(() => JSON.parse(made.input) as unknown).toThrow();
  expect(made).toMatchObject({ providerMetadata: { hermes4: { origin: 'recovered' } } });
});

test('an answer that breaks off closes what is open and makes no calls', () => {
  const writer = createPartWriter(false);
  writer.add(call(0, { id: 'a', name: 'look', arguments: '{"at":' }));
  writer.add(say('Hm'));
  expect(writer.breakOff().map(({ type }) => type)).toEqual(['text-end', 'tool-input-end']);
});

test('JSON is given out without the fence around it', () => {
  const parts = write([say('```json\n'), say('{}'), say('\n```')], true);
  expect(parts).toMatchObject([
    { type: 'text-start' },
    { type: 'text-delta', delta: '{}' },
    { type: 'text-end' },
  ]);
});

function write(parts: readonly ChatStreamPart[], isJson = false) {
  const writer = createPartWriter(isJson);
  return [...parts.flatMap((part) => writer.add(part)), ...writer.end()];
}
