import type { WireChatRequest } from '@hermes4/core/internal';
import { describe, expect, it } from 'vitest';
import { endlessEngine, scriptedEngine } from '../../test/scripted-engine.ts';
import { type Clock, systemClock } from '../clock.ts';
import type { EngineToken, TokenEngine } from '../engine/engine.ts';
import {
  type Drawn,
  type Generation,
  type GenerationOptions,
  startGeneration,
} from './generate.ts';

const TOKENS = ['One', ' two', ' three', ' four'];

interface Generated {
  text: string;
  finish: Drawn['finish'];
  drawn: number;
}

describe('generating', () => {
  it('ends with the engine, whose text it passes on', async () => {
    expect(await generated({})).toEqual({ text: 'One two three four', finish: 'stop', drawn: 4 });
  });

  it('keeps to its budget', async () => {
    expect(await generated({}, { budget: 2 })).toEqual({
      text: 'One two',
      finish: 'length',
      drawn: 2,
    });
  });

  it.each<[string, NonNullable<WireChatRequest['stop']> | null, Generated]>([
    ['a sequence', ' three', { text: 'One two', finish: 'stop', drawn: 3 }],
    ['a sequence across tokens', 'o thr', { text: 'One tw', finish: 'stop', drawn: 3 }],
    ['the first of several', ['four', ' two'], { text: 'One', finish: 'stop', drawn: 2 }],
    [
      'nothing when the sequences are empty',
      ['', ''],
      { text: 'One two three four', finish: 'stop', drawn: 4 },
    ],
    ['nothing when stop is null', null, { text: 'One two three four', finish: 'stop', drawn: 4 }],
  ])('stops at %s', async (_, stop, expected) => {
    expect(await generated({ stop })).toEqual(expected);
  });

  it('gives out what a stop sequence that never came had held back', async () => {
    expect((await generated({ stop: ' fourteen' })).text).toBe('One two three four');
    expect((await generated({ stop: ' threescore' }, { budget: 3 })).text).toBe('One two three');
  });

  it('is the same for an engine that has to be waited for', async () => {
    const engine = scriptedEngine(async function* () {
      for (const token of TOKENS) yield await Promise.resolve(token);
    });
    const expected = { text: 'One tw', finish: 'stop', drawn: 3 };
    expect(await generated({ stop: 'o thr' }, { engine })).toEqual(expected);
  });

  it('draws not one token more than it needs, and closes the engine', async () => {
    const { engine, made, closed } = endlessEngine();
    await drain(generation({}, { engine, budget: 5 }));
    expect(made()).toBe(5);
    await closed;
  });

  it('runs no further ahead of its reader than a few tokens', async () => {
    const { engine, made } = endlessEngine();
    const answer = generation({}, { engine });
    for (let times = 1; times <= 3; times++) {
      await answer.next();
      expect(made()).toBeLessThanOrEqual(16 * times);
    }
    await answer.close();
  });

  it('gives out what came before a failure, and then fails', async () => {
    const engine = scriptedEngine(function* () {
      yield 'One';
      throw new Error('out of memory');
    });
    const answer = generation({}, { engine });
    expect((await answer.next()).pieces.map(({ text }) => text)).toEqual(['One']);
    await expect(answer.next()).rejects.toThrow('out of memory');
  });
});

describe('a generation that is aborted', () => {
  const reason = new Error('enough');

  it('closes the engine, and rejects with the reason', async () => {
    const { engine, closed } = endlessEngine();
    const stop = new AbortController();
    const answer = generation({}, { engine }, stop.signal);
    await answer.next();
    stop.abort(reason);
    await expect(answer.next()).rejects.toBe(reason);
    await closed;
  });

  it('rejects even if the engine waits for what never comes', async () => {
    const engine = scriptedEngine(async function* () {
      await new Promise(() => undefined);
      yield 'never';
    });
    const stop = new AbortController();
    const drawn = generation({}, { engine }, stop.signal).next();
    stop.abort(reason);
    await expect(drawn).rejects.toBe(reason);
  });

  it('closes an engine that has aborted it itself', async () => {
    const stop = new AbortController();
    let isClosed = false;
    const engine = scriptedEngine(function* () {
      try {
        yield 'One';
        stop.abort(reason);
        yield ' two';
      } finally {
        isClosed = true;
      }
    });
    await expect(generation({}, { engine }, stop.signal).next()).rejects.toBe(reason);
    expect(isClosed).toBe(true);
  });
});

describe('the pace of a generation', () => {
  it('is asked before each token, and told when it is over', async () => {
    const asked: (string | number)[] = [];
    const pace = {
      firstToken: (promptTokens: number) => Promise.resolve(void asked.push(promptTokens)),
      nextToken: () => Promise.resolve(void asked.push('next')),
      end: () => void asked.push('end'),
    };
    await drain(generation({}, { pace }));
    expect(asked).toEqual([7, 'next', 'next', 'next', 'next', 'end']);
  });

  it('leaves the event loop its turns, however fast the engine is', async () => {
    const { engine } = endlessEngine();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await drain(generation({}, { engine, budget: 200, clock: slowClock() }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});

/** A clock by which each look at it takes a millisecond. */
function slowClock(): Clock {
  let now = 0;
  return { ...systemClock, now: () => (now += 1) };
}

async function generated(
  change: Partial<WireChatRequest>,
  options: Partial<GenerationOptions> = {},
): Promise<Generated> {
  return drain(generation(change, options));
}

function generation(
  change: Partial<WireChatRequest>,
  options: Partial<GenerationOptions> = {},
  signal: AbortSignal = new AbortController().signal,
): Generation {
  const engine: TokenEngine = scriptedEngine(() => TOKENS);
  const request = { model: 'm', messages: [], ...change };
  const asked = { request, prompt: '', thinking: false, signal };
  const usual = { engine, asked, promptTokens: 7, budget: 1_000, clock: systemClock };
  return startGeneration({ ...usual, ...options });
}

async function drain(answer: Generation): Promise<Generated> {
  let text = '';
  const tokens: EngineToken[] = [];
  for (;;) {
    const { pieces, finish } = await answer.next();
    text += pieces.map((piece) => piece.text).join('');
    tokens.push(...pieces.flatMap((piece) => piece.tokens));
    if (!finish) continue;
    // Each token is given out with its text, once; the last may reach into a stop sequence.
    expect(tokens.map((token) => token.text).join('')).toMatch(new RegExp(`^${text}`));
    return { text, finish, drawn: answer.drawn() };
  }
}
