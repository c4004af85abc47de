import type { TokenEngine } from '../engine.ts';
import { compose } from './compose.ts';
import { createRandom, hash } from './random.ts';
import { textOf, tokenize } from './tokens.ts';

/**
 * The engine that needs nothing: no key, no network, no weights. It is openly synthetic, answers from
 * the conversation it was given, and says the same to the same conversation; `seed` changes the
 * wording.
 */
export function createSimEngine(): TokenEngine {
  return {
    name: 'sim',
    fingerprint: 'hermes4-sim-1',
    tokenCounts: 'estimated',
    countTokens: (text) => tokenize(text).length,
    *generate({ request }) {
      // Not the limits, so that a shorter answer is the beginning of the longer one, and not how the
      // answer travels.
      const asked = request.messages.map((message) => [message.role, textOf(message)]);
      const random = createRandom(hash(JSON.stringify([asked, request.seed])));
      const text = compose(request, random);
      for (const token of tokenize(text)) yield { text: token };
    },
  };
}
