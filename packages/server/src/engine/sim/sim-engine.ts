import type { Engine } from '../engine.ts';
import { compose } from './compose.ts';
import { createRandom, hash } from './random.ts';
import { countPromptTokens, tokenize } from './tokens.ts';

/**
 * The engine that needs nothing: no key, no network, no weights. It is openly synthetic, answers from
 * the conversation it was given, and says the same to the same request: `seed` and everything else in
 * it decide the wording.
 */
export function createSimEngine(): Engine {
  return {
    name: 'sim',
    fingerprint: 'hermes4-sim-1',
    tokenCounts: 'estimated',
    countPromptTokens,
    *generate({ request }) {
      // How the answer travels must not change what it says.
      const { stream, stream_options, ...asked } = request;
      const text = compose(request, createRandom(hash(JSON.stringify(asked))));
      for (const token of tokenize(text)) yield { text: token };
    },
  };
}
