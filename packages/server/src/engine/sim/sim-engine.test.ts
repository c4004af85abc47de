import type { WireChatRequest } from '@hermes4/core/internal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimEngine } from './sim-engine.ts';

const HELLO: WireChatRequest = {
  model: 'nousresearch/hermes-4-405b',
  messages: [{ role: 'user', content: 'Why is the sky blue?' }],
};

describe('the simulator', () => {
  it('says the same to the same request', async () => {
    expect(await say(structuredClone(HELLO))).toBe(await say(HELLO));
  });

  it('says the same whether the answer is streamed or not', async () => {
    const streamed = { ...HELLO, stream: true, stream_options: { include_usage: true } };
    expect(await say(streamed)).toBe(await say(HELLO));
  });

  it('chooses other words for another seed, and always says what it is and what was asked', async () => {
    const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
    const answers = await Promise.all(seeds.map((seed) => say({ ...HELLO, seed })));
    expect(new Set(answers).size).toBeGreaterThan(10);
    for (const answer of answers) {
      expect(answer).toContain('local simulator of nousresearch/hermes-4-405b');
      expect(answer).toContain('“Why is the sky blue?”');
    }
  });

  it('would say the same under another limit, so that a shorter answer is the beginning of it', async () => {
    const whole = await say(HELLO);
    expect(await say({ ...HELLO, max_tokens: 5 })).toBe(whole);
    expect(await say({ ...HELLO, max_completion_tokens: 5, stop: ['the'] })).toBe(whole);
  });

  it('answers from the conversation: its instructions, the last question, the turns before it', async () => {
    const answer = await say({
      ...HELLO,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'First?' },
        { role: 'assistant', content: 'Yes.' },
        { role: 'user', content: [{ type: 'text', text: 'Second?' }] },
      ],
    });
    expect(answer).toContain('“Be brief.”');
    expect(answer).toContain('“Second?”, after 1 earlier message.');
    expect(answer).not.toContain('First?');
  });

  it('takes a developer message for instructions when there is no system message', async () => {
    const developer = { role: 'developer' as const, content: 'Be kind.' };
    expect(await say({ ...HELLO, messages: [developer] })).toContain('“Be kind.”');
  });

  it('repeats the result of a tool that has just come, and no older one', async () => {
    const turn: WireChatRequest['messages'] = [
      ...HELLO.messages,
      {
        role: 'assistant',
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 'c1', content: '{"color":"blue"}' },
    ];
    expect(await say({ ...HELLO, messages: turn })).toContain('“{"color":"blue"}”');
    const later = [...turn, { role: 'user' as const, content: 'Thanks' }];
    expect(await say({ ...HELLO, messages: later })).not.toContain('"color"');
  });

  it('has something to say when nobody has asked', async () => {
    expect(await say({ ...HELLO, messages: [] })).toMatch(/Nobody has asked|I see no question/);
  });

  it('quotes a long question cut short, without cutting a character in half', async () => {
    const answer = await say({ ...HELLO, messages: [{ role: 'user', content: '😀'.repeat(500) }] });
    expect(answer).toContain(`“${'😀'.repeat(120)}…”`);
  });

  it('can speak to any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (content) => {
        const answer = await say({ ...HELLO, messages: [{ role: 'user', content }] });
        expect(answer).toContain('simulator');
      }),
    );
  });
});

async function say(request: WireChatRequest): Promise<string> {
  const { signal } = new AbortController();
  let text = '';
  for await (const token of createSimEngine().generate({ request, signal })) text += token.text;
  return text;
}
