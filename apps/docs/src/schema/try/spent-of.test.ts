import { createLocalServer } from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { spentOf } from './spent-of.ts';

async function answerTo(more: object): Promise<string> {
  const { fetch } = createLocalServer();
  const response = await fetch('http://localhost:4405/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'nousresearch/hermes-4-405b',
      messages: [{ role: 'user', content: 'Hi' }],
      ...more,
    }),
  });
  return response.text();
}

describe('what an answer cost', () => {
  it('is the same whole and streamed', async () => {
    const whole = spentOf(await answerTo({}));
    expect(whole.promptTokens).toBeGreaterThan(0);
    expect(whole.completionTokens).toBeGreaterThan(0);
    expect(whole.usd).toBeGreaterThan(0);
    const streamed = await answerTo({ stream: true, stream_options: { include_usage: true } });
    expect(spentOf(streamed)).toEqual(whole);
  });

  it.each(['', '<html></html>', 'null', '{"data":[]}', 'data: {'])(
    'is nothing where nothing is said: %s',
    (text) => {
      expect(spentOf(text)).toEqual({});
    },
  );
});
