import type { WireChatRequest } from '@hermes4/core/internal';
import { describe, expect, it } from 'vitest';
import { endlessEngine, scriptedEngine } from '../../test/scripted-engine.ts';
import { type Ending, generate } from './generate.ts';

const TOKENS = ['One', ' two', ' three', ' four'];

describe('generating', () => {
  it('ends with the engine, whose text it passes on', async () => {
    expect(await generated({})).toEqual({
      text: 'One two three four',
      finish_reason: 'stop',
      completion_tokens: 4,
    });
  });

  it.each<[string, Partial<WireChatRequest>, number]>([
    ['max_tokens', { max_tokens: 2 }, 2],
    ['max_completion_tokens', { max_completion_tokens: 3 }, 3],
    ['the smaller of both limits', { max_tokens: 3, max_completion_tokens: 1 }, 1],
    ['a limit with a fraction', { max_tokens: 2.9 }, 2],
  ])('keeps to %s', async (_, limits, tokens) => {
    expect(await generated(limits)).toEqual({
      text: TOKENS.slice(0, tokens).join(''),
      finish_reason: 'length',
      completion_tokens: tokens,
    });
  });

  it.each<[string, NonNullable<WireChatRequest['stop']> | null, { text: string } & Ending]>([
    ['a sequence', ' three', { text: 'One two', finish_reason: 'stop', completion_tokens: 3 }],
    [
      'a sequence across tokens',
      'o thr',
      { text: 'One tw', finish_reason: 'stop', completion_tokens: 3 },
    ],
    [
      'the first of several',
      ['four', ' two'],
      { text: 'One', finish_reason: 'stop', completion_tokens: 2 },
    ],
    [
      'nothing when the sequences are empty',
      ['', ''],
      { text: 'One two three four', finish_reason: 'stop', completion_tokens: 4 },
    ],
    [
      'nothing when stop is null',
      null,
      { text: 'One two three four', finish_reason: 'stop', completion_tokens: 4 },
    ],
  ])('stops at %s', async (_, stop, expected) => {
    expect(await generated({ stop })).toEqual(expected);
  });

  it('gives out what a stop sequence that never came had held back', async () => {
    expect((await generated({ stop: ' fourteen' })).text).toBe('One two three four');
    expect((await generated({ stop: ' threescore', max_tokens: 3 })).text).toBe('One two three');
  });

  it('draws not one token more than it needs', async () => {
    const { engine, made } = endlessEngine();
    await drain(generate({ engine, request: requestWith({ max_tokens: 5 }), pauseMs: 0 }, never()));
    expect(made()).toBe(5);
  });

  it('closes the engine when it is aborted, and rejects with the reason', async () => {
    const { engine, closed } = endlessEngine();
    const stop = new AbortController();
    const texts = generate({ engine, request: requestWith({}), pauseMs: 0 }, stop.signal);
    await texts.next();
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(texts.next()).rejects.toBe(reason);
    await closed;
  });
});

async function generated(change: Partial<WireChatRequest>): Promise<{ text: string } & Ending> {
  const engine = scriptedEngine(() => TOKENS);
  return drain(generate({ engine, request: requestWith(change), pauseMs: 0 }, never()));
}

async function drain(texts: AsyncGenerator<string, Ending>): Promise<{ text: string } & Ending> {
  let text = '';
  let piece = await texts.next();
  for (; !piece.done; piece = await texts.next()) text += piece.value;
  return { text, ...piece.value };
}

function requestWith(change: Partial<WireChatRequest>): WireChatRequest {
  return { model: 'm', messages: [], ...change };
}

function never(): AbortSignal {
  return new AbortController().signal;
}
