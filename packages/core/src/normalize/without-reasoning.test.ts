import { describe, expect, test } from 'vitest';
import { utf8 } from '../../test/bytes.ts';
import { clientOf, hello, streams } from '../../test/fake-host.ts';
import { answer, chunk, chunksOf, fold, partsFrom, plain, told, whole } from '../../test/told.ts';
import type { ChatCompletion } from '../model/chat-completion.ts';

const hidden = { ...plain, reasoning: true, hidesReasoning: true };
const usage = { completion_tokens: 9, completion_tokens_details: { reasoning_tokens: 4 } };

describe('reasoning that is not wanted', () => {
  test.each([
    ['a field of its own', { content: 'a', reasoning_content: 'thought' }],
    ['a field of another name', { content: 'a', reasoning: 'thought' }],
    [
      'its details',
      { content: 'a', reasoning_details: [{ type: 'reasoning.text', text: 'thought' }] },
    ],
    ['tags', { content: '<think>thought</think>a' }],
    ['a lone close tag', { content: 'thought</think>a' }],
  ])('is left out of %s, and of nothing else', (_name, said) => {
    const completion = fold([{ ...chunk(said, 'stop'), usage }], hidden);
    expect(told(completion)).toMatchObject({ content: 'a', reasoning: null, finish: 'stop' });
    expect(completion.usage).toEqual(usage);
    expect(JSON.stringify(completion)).not.toContain('thought');
    expect(told(whole(answer(said), hidden))).toEqual(told(completion));
    expect(partsFrom([chunk(said, 'stop')], hidden).map(({ type }) => type)).toEqual([
      'text-delta',
      'finish',
    ]);
  });

  test('is what `exclude` asks for, of hosts that cannot leave it out themselves', async () => {
    const events = [chunk({ reasoning_content: 'thought' }), chunk({ content: 'a' }, 'stop')];
    const bytes = utf8(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
    const { completions } = clientOf(streams([bytes]), { host: 'vllm' }).chat;
    const ask = (exclude: boolean): Promise<ChatCompletion> =>
      completions.stream({ ...hello, reasoning: { exclude } }).finalCompletion();
    expect(told(await ask(true))).toMatchObject({ content: 'a', reasoning: null });
    expect(told(await ask(false))).toMatchObject({ content: 'a', reasoning: 'thought' });
  });

  test('stays at hand as the host sent it', () => {
    const value = chunk({ reasoning_content: 'thought' });
    const [shown] = chunksOf([value], hidden);
    expect(shown?.choices[0]?.delta).toEqual({});
    expect((shown as { _wire?: unknown })._wire).toBe(value);
  });

  test('takes text back that turns out to have been a thought', () => {
    const parts = partsFrom(
      [chunk({ content: 'thought' }), chunk({ content: '</think>a' })],
      hidden,
    );
    expect(parts).toEqual([
      { type: 'text-delta', text: 'thought', origin: 'native' },
      { type: 'reasoning-delta', text: '', origin: 'native', replacesText: true },
      { type: 'text-delta', text: 'a', origin: 'native' },
    ]);
  });

  test('leaves a chunk that holds none as it is', () => {
    const value = chunk({ content: 'a', reasoning_content: null });
    expect(chunksOf([value], hidden)).toEqual([value]);
  });
});
