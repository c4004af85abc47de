import type { WireChatRequest } from '@hermes4/core/internal';
import { answerTokens } from '../src/answer/answer-tokens.ts';
import { identify } from '../src/answer/identity.ts';
import type { AnswerEnding, AnswerOptions } from '../src/answer/work.ts';
import { ANONYMOUS } from '../src/caller.ts';
import { dialects } from '../src/dialect/dialects.ts';
import { DEFAULT_PRICES } from '../src/prices.ts';
import { HELLO } from './calls.ts';

/** When calls of tests come in. */
export const NOW = new Date('2026-01-02T03:04:05.678Z');

/** What a test sets, and what a call asks. */
export type Asking = Partial<AnswerOptions> & Pick<AnswerOptions, 'engine'>;

/** Answers a call that was let in, without the rest of the server; tells how the answer ended. */
export function answering(options: Asking): {
  ask: (change?: object, signal?: AbortSignal) => Promise<Response>;
  endings: AnswerEnding[];
} {
  const endings: AnswerEnding[] = [];
  return { ask, endings };

  function ask(change: object = {}, signal = new AbortController().signal): Promise<Response> {
    const request = { ...HELLO, ...change } as WireChatRequest;
    const call = {
      identity: identify(new Headers(), options.engine, NOW),
      caller: ANONYMOUS,
      request,
      text: JSON.stringify(request),
      headers: new Headers(),
      signal,
    };
    return answerTokens(call, {
      dialect: dialects.aimlapi,
      prices: DEFAULT_PRICES,
      onEnd: (ending) => endings.push(ending),
      ...options,
    });
  }
}

/** A `fetch` for a client whose every call is answered. */
export function fetchOf(options: Asking): typeof fetch {
  const { ask } = answering(options);
  return async (_, init) => ask(JSON.parse(init?.body as string) as object);
}
