import type { ChatCompletion, ChatCompletionCreateParams } from '@hermes4/core';
import { systemClock } from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { createCountingEngine } from './support/counting-engine.ts';
import { thrownBy } from './support/thrown-by.ts';
import { ways } from './support/ways.ts';

const messages = [{ role: 'user' as const, content: 'Count to ten.' }];

describe.each(ways)('the client and the server %s', (_, connect) => {
  describe('give one answer', () => {
    it.each<[string, Partial<ChatCompletionCreateParams>]>([
      ['to the end of its turn', {}],
      ['to a seed', { seed: 7 }],
      ['to a token limit', { max_tokens: 5 }],
      ['to a stop sequence', { stop: 'nousresearch' }],
    ])('%s, asked for whole, in chunks or in parts', async (_, more) => {
      const { chat } = await connect({ clock: { ...systemClock, now: () => Date.UTC(2026, 0) } });
      const params = { messages, ...more };
      const whole = await chat.completions.create({ ...params, stream: false });

      const stream = chat.completions.stream(params);
      let text = '';
      for await (const part of stream) if (part.type === 'text-delta') text += part.text;
      expect(text).toBe(whole.choices[0]?.message.content);
      expect(alike(await stream.finalCompletion())).toEqual(alike(whole));

      let content = '';
      const finishes: unknown[] = [];
      const usages: unknown[] = [];
      for await (const chunk of await chat.completions.create({ ...params, stream: true })) {
        content += chunk.choices[0]?.delta?.content ?? '';
        if (chunk.choices[0]?.finish_reason) finishes.push(chunk.choices[0].finish_reason);
        if (chunk.usage) usages.push(chunk.usage);
      }
      expect({ content, finishes, usages }).toEqual({
        content: whole.choices[0]?.message.content,
        finishes: [whole.choices[0]?.finish_reason],
        usages: [whole.usage],
      });
    });
  });

  it('say the same to the same seed and differ among seeds', async () => {
    const { chat } = await connect();
    const say = async (seed: number) =>
      (await chat.completions.create({ messages, seed })).choices[0]?.message.content;
    expect(await say(1)).toBe(await say(1));
    const said = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(say));
    expect(new Set(said).size).toBeGreaterThan(1);
  });

  it('end at a token limit, and say so', async () => {
    const { chat } = await connect();
    const { choices, usage } = await chat.completions.create({ messages, max_tokens: 3 });
    expect(choices[0]?.finish_reason).toBe('length');
    expect(usage?.completion_tokens).toBe(3);
  });

  it('end before a stop sequence, which is not part of the answer', async () => {
    const engine = createCountingEngine();
    const { chat } = await connect({ engine });
    const { choices } = await chat.completions.create({ messages, stop: ['9 10', '12'] });
    expect(choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { content: '1 2 3 4 5 6 7 8 ' },
    });
    await engine.stopped;
    expect(engine.generated()).toBe(10);
  });

  it('stop generating when the caller aborts in the middle', async () => {
    const engine = createCountingEngine();
    const { chat } = await connect({ engine });
    const abort = new AbortController();
    const stream = chat.completions.stream({ messages }, { signal: abort.signal });
    const reason = new Error('enough');
    const thrown = await thrownBy(async () => {
      for await (const part of stream) if (part.type === 'text-delta') abort.abort(reason);
    });
    expect(thrown).toBe(reason);
    await engine.stopped;
    expect(engine.generated()).toBeGreaterThan(0);
  });

  it('stop generating when the caller leaves the loop', async () => {
    const engine = createCountingEngine();
    const { chat } = await connect({ engine });
    for await (const part of chat.completions.stream({ messages })) {
      if (part.type === 'text-delta') break;
    }
    await engine.stopped;
    expect(engine.generated()).toBeGreaterThan(0);
  });

  it('stop generating when the caller aborts while it waits for the whole', async () => {
    const engine = createCountingEngine();
    const { chat } = await connect({ engine });
    const abort = new AbortController();
    const call = chat.completions.create({ messages }, { signal: abort.signal });
    const thrown = thrownBy(() => call);
    while (engine.generated() === 0) await new Promise((resolve) => setImmediate(resolve));
    abort.abort(new Error('enough'));
    expect(await thrown).toBe(abort.signal.reason);
    await engine.stopped;
  });
});

/** An answer without what is new in each: its id. A field that is null says no more than none. */
function alike(completion: ChatCompletion): unknown {
  expect(completion.id).toMatch(/^chatcmpl-/);
  return JSON.parse(
    JSON.stringify(completion, (name, value: unknown) => (name === 'id' ? undefined : value)),
  );
}
