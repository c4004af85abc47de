import type { WireChatRequest } from '@hermes4/core/internal';
import type { EngineToken } from '../src/engine/engine.ts';
import { createSimEngine, type SimEngineOptions } from '../src/engine/sim/sim-engine.ts';

export const MODEL = 'nousresearch/hermes-4-405b';

/** A request of which a test gives what it is about. */
export interface Asked extends Partial<Omit<WireChatRequest, 'model'>> {
  thinking?: boolean;
  prompt?: string;
  logit_bias?: Record<string, number>;
}

/** The tokens that the simulator answers with. */
export function tokensOf(asked: Asked, options?: SimEngineOptions): EngineToken[] {
  const { thinking = false, prompt = '', ...rest } = asked;
  const request = { model: MODEL, messages: [], ...rest };
  const { signal } = new AbortController();
  const tokens = createSimEngine(options).generate({ request, prompt, thinking, signal });
  return [...(tokens as Iterable<EngineToken>)];
}

/** What the simulator answers with. */
export function say(asked: Asked, options?: SimEngineOptions): string {
  return tokensOf(asked, options)
    .map(({ text }) => text)
    .join('');
}

/** A question of a user, by itself. */
export function user(content: string): { role: 'user'; content: string } {
  return { role: 'user', content };
}
