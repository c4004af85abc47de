import type { ChatMessage } from '@hermes4/browser/react';
import { describe, expect, it } from 'vitest';
import { conversationOf } from './conversation.ts';
import { noteTimings } from './timings.ts';
import { factsOf } from './view/facts.ts';

const asked: ChatMessage = {
  id: 'u',
  parentId: undefined,
  role: 'user',
  createdAt: 1_000,
  content: 'Weather?',
};
const answer: Extract<ChatMessage, { role: 'assistant' }> = {
  id: 'a',
  parentId: 'u',
  role: 'assistant',
  createdAt: 1_000,
  state: 'complete',
  steps: [
    {
      reasoning: 'hm',
      text: '',
      toolCalls: [
        {
          id: 'c1',
          name: 'weather',
          arguments: '{"city":"Oslo"}',
          status: 'done',
          result: '"rain"',
        },
      ],
    },
    { reasoning: '', text: 'Rain.', toolCalls: [] },
  ],
  usage: { prompt_tokens: 10, completion_tokens: 50, total_tokens: 60 },
  usd: 0.0001,
};

describe('the conversation in the code', () => {
  it('is what was asked last when nothing is typed', () => {
    expect(conversationOf([asked, answer], '')).toEqual([{ role: 'user', content: 'Weather?' }]);
    expect(conversationOf([], '')).toEqual([{ role: 'user', content: 'Hello' }]);
  });

  it('goes on with what is typed, behind the answers and the calls in them', () => {
    expect(conversationOf([asked, answer], 'And now?')).toEqual([
      { role: 'user', content: 'Weather?' },
      {
        role: 'assistant',
        tool_calls: [
          {
            id: 'c1',
            type: 'function',
            function: { name: 'weather', arguments: '{"city":"Oslo"}' },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'c1', content: '"rain"' },
      { role: 'assistant', content: 'Rain.' },
      { role: 'user', content: 'And now?' },
    ]);
  });
});

describe('what an answer took', () => {
  it('is its tokens, pace, cost and times', () => {
    expect(factsOf(answer, { firstMs: 500, totalMs: 1_500 })).toEqual([
      '10 + 50 tokens',
      '50 tokens/s',
      '$0.000100',
      'first word after 500 ms',
      '1.5 s in all',
    ]);
  });

  it('says that it was stopped or cut', () => {
    expect(factsOf({ ...answer, state: 'stopped', finishReason: 'length' })).toContain('stopped');
    expect(factsOf({ ...answer, finishReason: 'length' })).toContain('cut at the token limit');
  });

  it('is timed from the first sight of text to the end, once', () => {
    const empty = { ...answer, state: 'streaming' as const, steps: [] };
    const begun = { ...answer, state: 'streaming' as const };
    const none = noteTimings({}, [asked, empty], 1_100);
    expect(none).toEqual({});
    const first = noteTimings(none, [begun], 1_400);
    expect(first).toEqual({ a: { firstMs: 400 } });
    const all = noteTimings(first, [answer], 2_000);
    expect(all).toEqual({ a: { firstMs: 400, totalMs: 1_000 } });
    expect(noteTimings(all, [answer], 9_000)).toBe(all);
  });
});
