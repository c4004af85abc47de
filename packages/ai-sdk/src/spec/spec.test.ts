import type {
  LanguageModelV2CallOptions,
  LanguageModelV3CallOptions,
  LanguageModelV4CallOptions,
} from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import type { Part } from '../answer/parts.ts';
import { usageOf } from '../answer/usage.ts';
import { asV2, streamAsV2 } from './as-v2.ts';
import { fromV2 } from './from-v2.ts';
import { fromV3 } from './from-v3.ts';

const bytes = Uint8Array.of(1);
const url = new URL('https://example.com/a.png');
const file = { type: 'file' as const, mediaType: 'application/pdf' };
const result = { type: 'tool-result' as const, toolCallId: 'a', toolName: 'b' };
const text = { type: 'text' as const, text: 'a' };

test('what version 3 says of files is said as version 4 says it', () => {
  const { prompt } = fromV3({
    prompt: [
      { role: 'user', content: [text, { ...file, data: bytes }, { ...file, data: url }] },
      { role: 'assistant', content: [text, { ...file, data: 'AQ==' }] },
      {
        role: 'tool',
        content: [
          {
            ...result,
            output: {
              type: 'content',
              value: [
                text,
                { type: 'file-data', data: 'AQ==', mediaType: 'application/pdf' },
                { type: 'image-url', url: url.href },
                { type: 'file-id', fileId: 'f' },
                { type: 'custom' },
              ],
            },
          },
        ],
      },
    ],
  } satisfies LanguageModelV3CallOptions);
  expect(prompt).toEqual([
    {
      role: 'user',
      content: [
        text,
        { ...file, data: { type: 'data', data: bytes } },
        { ...file, data: { type: 'url', url } },
      ],
    },
    { role: 'assistant', content: [text, { ...file, data: { type: 'data', data: 'AQ==' } }] },
    {
      role: 'tool',
      content: [
        {
          ...result,
          output: {
            type: 'content',
            value: [
              text,
              { ...file, data: { type: 'data', data: 'AQ==' } },
              { type: 'file', mediaType: 'image', data: { type: 'url', url } },
              {
                type: 'file',
                mediaType: 'application/octet-stream',
                data: { type: 'reference', reference: { id: 'f' } },
              },
              { type: 'custom' },
            ],
          },
        },
      ],
    },
  ] satisfies LanguageModelV4CallOptions['prompt']);
});

test('what version 2 says of media and tools is said as version 4 says it', () => {
  const media = { type: 'media' as const, data: 'AQ==', mediaType: 'application/pdf' };
  const search = {
    type: 'provider-defined' as const,
    id: 'other.search' as const,
    name: 's',
    args: {},
  };
  const { prompt, tools } = fromV2({
    prompt: [
      {
        role: 'tool',
        content: [{ ...result, output: { type: 'content', value: [text, media] } }],
      },
    ],
    tools: [search],
  } satisfies LanguageModelV2CallOptions);
  expect(tools).toEqual([{ ...search, type: 'provider' }]);
  expect(prompt[0]?.content).toEqual([
    {
      ...result,
      output: {
        type: 'content',
        value: [text, { ...file, data: { type: 'data', data: 'AQ==' } }],
      },
    },
  ]);
});

test('version 2 is told usage, ending and warnings in its words', async () => {
  const usage = usageOf({
    prompt_tokens: 3,
    completion_tokens: 2,
    total_tokens: 5,
    prompt_tokens_details: { cached_tokens: 1 },
  });
  const warnings = [
    { type: 'unsupported' as const, feature: 'provider tool other.search', details: 'None.' },
    { type: 'compatibility' as const, feature: 'reasoning' },
    { type: 'other' as const, message: 'Hm' },
  ];
  const inItsWords = {
    usage: {
      inputTokens: 3,
      outputTokens: 2,
      totalTokens: 5,
      reasoningTokens: undefined,
      cachedInputTokens: 1,
    },
    warnings: [
      { type: 'unsupported-setting', setting: 'provider tool other.search', details: 'None.' },
      { type: 'unsupported-setting', setting: 'reasoning' },
      { type: 'other', message: 'Hm' },
    ],
  };
  const finishReason = { unified: 'stop' as const, raw: 'stop' };
  const answer = {
    content: [],
    finishReason,
    usage,
    warnings,
    providerMetadata: {},
    request: {},
    response: {},
  };
  expect(asV2(answer)).toMatchObject({ ...inItsWords, finishReason: 'stop' });
  const stream = new ReadableStream<Part>({
    start(controller) {
      controller.enqueue({ type: 'stream-start', warnings });
      const unknown = { unified: 'other' as const, raw: undefined };
      controller.enqueue({ type: 'finish', finishReason: unknown, usage, providerMetadata: {} });
      controller.close();
    },
  });
  const parts: unknown[] = [];
  for await (const part of streamAsV2({ stream, request: {} }).stream) parts.push(part);
  expect(parts).toMatchObject([
    { type: 'stream-start', warnings: inItsWords.warnings },
    { type: 'finish', finishReason: 'unknown', usage: inItsWords.usage },
  ]);
});
