import type { WireChatRequest } from '@hermes4/core/internal';
import { preparePhrases } from '../grammar/phrases.ts';
import type { Piece } from '../grammar/piece.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { harmless } from '../words/quote.ts';
import { slotsOf } from './heard.ts';
import { THOUGHT } from './phrases.ts';

/** Writes what stands where the model would think, before it does what was planned. */
export type Think = (request: WireChatRequest, plan: string) => readonly Piece[];

/** Makes the thinker: openly synthetic thoughts on the request, within the model's own tags. */
export function createThinker(vocabulary: Vocabulary): Think {
  const fill = preparePhrases(THOUGHT, vocabulary);
  const begin = { tokens: vocabulary.tokensOf('<think>\n') };
  const end = { tokens: vocabulary.tokensOf('\n</think>\n') };

  return (request, plan) => {
    const names = (request.tools ?? []).map((tool) => tool.function.name).join(', ');
    const tools = names === '' ? undefined : harmless(names);
    return [begin, ...fill({ ...slotsOf(request), tools, plan: harmless(plan) })('thoughts'), end];
  };
}
