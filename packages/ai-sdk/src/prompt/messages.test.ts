import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ChatCompletionMessageInput } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import type { CallWarning } from '../answer/parts.ts';
import { inputOf } from '../answer/tool-input.ts';
import { messagesOf } from './messages.ts';

type Output = Extract<
  Extract<LanguageModelV4Message, { role: 'tool' }>['content'][number],
  { type: 'tool-result' }
>['output'];

const pdf = { type: 'file' as const, mediaType: 'application/pdf' };

describe('a conversation', () => {
  it.each<[string, LanguageModelV4Message, ChatCompletionMessageInput]>([
    [
      'instructions',
      { role: 'system', content: 'Be brief.' },
      { role: 'system', content: 'Be brief.' },
    ],
    [
      'one text',
      { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
      { role: 'user', content: 'Hi' },
    ],
    [
      'texts',
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
    ],
    [
      'a PDF in bytes',
      {
        role: 'user',
        content: [
          { ...pdf, filename: 'a.pdf', data: { type: 'data', data: Uint8Array.of(1, 2, 255) } },
        ],
      },
      { role: 'user', content: [{ type: 'file', file: { file_data: 'AQL/', filename: 'a.pdf' } }] },
    ],
    [
      'a PDF in base64',
      { role: 'user', content: [{ ...pdf, data: { type: 'data', data: 'AQL/' } }] },
      { role: 'user', content: [{ type: 'file', file: { file_data: 'AQL/' } }] },
    ],
    [
      'a text file in base64',
      {
        role: 'user',
        content: [{ type: 'file', mediaType: 'text/plain', data: { type: 'data', data: 'w6k=' } }],
      },
      { role: 'user', content: 'é' },
    ],
    [
      'a text document',
      {
        role: 'user',
        content: [{ type: 'file', mediaType: 'text/csv', data: { type: 'text', text: 'a,b' } }],
      },
      { role: 'user', content: 'a,b' },
    ],
    [
      'an answer with thoughts and calls',
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Hm.' },
          { type: 'text', text: 'Let me ' },
          { type: 'text', text: 'look.' },
          { type: 'tool-call', toolCallId: 'a', toolName: 'look', input: { at: 1 } },
        ],
      },
      {
        role: 'assistant',
        content: 'Let me look.',
        reasoning_content: 'Hm.',
        tool_calls: [
          { id: 'a', type: 'function', function: { name: 'look', arguments: '{"at":1}' } },
        ],
      },
    ],
    ['an empty answer', { role: 'assistant', content: [] }, { role: 'assistant', content: '' }],
  ])('holds %s', (_what, message, expected) => {
    expect(convert([message])).toEqual({ messages: [expected], warnings: [] });
  });

  it.each([
    ['arguments as an object', { city: 'Lisbon' }, '{"city":"Lisbon"}'],
    ['no arguments', undefined, '{}'],
    ['arguments as JSON', '{"city":"Lisbon"}', '{"city":"Lisbon"}'],
    ['arguments that were mended', inputOf('{"city":"Lisbon"}', 'recovered'), '{"city":"Lisbon"}'],
    ['arguments that are no JSON', '{"city": "Lis', '"{\\"city\\": \\"Lis"'],
  ])('shows the model JSON for %s', (_what, input, expected) => {
    const call = { type: 'tool-call' as const, toolCallId: 'a', toolName: 'b', input };
    const { messages } = convert([{ role: 'assistant', content: [call] }]);
    expect(messages[0]).toMatchObject({ tool_calls: [{ function: { arguments: expected } }] });
  });

  it.each<[string, Output, string]>([
    ['text', { type: 'text', value: 'Sunny' }, 'Sunny'],
    ['JSON', { type: 'json', value: { sun: true } }, '{"sun":true}'],
    ['an error', { type: 'error-text', value: 'No' }, '{"error":"No"}'],
    ['an error in JSON', { type: 'error-json', value: { code: 1 } }, '{"error":{"code":1}}'],
    ['a refusal', { type: 'execution-denied', reason: 'No' }, '{"error":"No"}'],
    [
      'a refusal without words',
      { type: 'execution-denied' },
      '{"error":"The user did not approve this call."}',
    ],
    [
      'texts',
      {
        type: 'content',
        value: [
          { type: 'text', text: 'a' },
          { type: 'file', mediaType: 'text/plain', data: { type: 'text', text: 'b' } },
        ],
      },
      'a\nb',
    ],
  ])('tells %s of a tool', (_what, output, content) => {
    const result = { type: 'tool-result' as const, toolCallId: 'a', toolName: 'b', output };
    expect(convert([{ role: 'tool', content: [result] }])).toEqual({
      messages: [{ role: 'tool', tool_call_id: 'a', name: 'b', content }],
      warnings: [],
    });
  });

  it('tells the model and the developer of a picture in a tool result', () => {
    const picture = {
      type: 'file' as const,
      mediaType: 'image/png',
      data: { type: 'data' as const, data: '' },
    };
    const output: Output = { type: 'content', value: [{ type: 'text', text: 'Look:' }, picture] };
    const result = { type: 'tool-result' as const, toolCallId: 'a', toolName: 'b', output };
    const { messages, warnings } = convert([{ role: 'tool', content: [result] }]);
    expect(messages[0]?.content).toBe(
      'Look:\n[image/png was left out: only text can be read here]',
    );
    expect(warnings).toMatchObject([
      { type: 'unsupported', feature: 'image/png in a tool result' },
    ]);
  });

  it('tells of what another provider left in an answer', () => {
    const file = {
      type: 'file' as const,
      mediaType: 'image/png',
      data: { type: 'data' as const, data: '' },
    };
    const { warnings } = convert([{ role: 'assistant', content: [file] }]);
    expect(warnings).toMatchObject([{ type: 'unsupported' }]);
  });

  it.each([
    [
      'a picture',
      { type: 'file' as const, mediaType: 'image/png', data: { type: 'data' as const, data: '' } },
    ],
    [
      'an address',
      { ...pdf, data: { type: 'url' as const, url: new URL('https://example.com/a.pdf') } },
    ],
  ])('refuses %s of a user with words', (_what, part) => {
    expect(() => convert([{ role: 'user', content: [part] }])).toThrow(/^Hermes 4 does not take/);
  });
});

function convert(prompt: LanguageModelV4Prompt): {
  messages: ChatCompletionMessageInput[];
  warnings: CallWarning[];
} {
  const warnings: CallWarning[] = [];
  return { messages: messagesOf(prompt, (warning) => warnings.push(warning)), warnings };
}
