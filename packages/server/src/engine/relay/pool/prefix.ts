import type { WireChatRequest } from '@hermes4/core/internal';
import { hashOf } from './choose.ts';

/** Shorter prompts are read anew in less time than a wait for the right upstream could cost. */
const WORTH_KEEPING = 1_024;

/**
 * What a conversation begins with, as a number: the model, its tools, and the messages to the first one of the
 * user. All turns of a conversation begin alike, so that they lead to the upstream that has read the others.
 * `undefined` for calls too short to gain by it.
 */
export function prefixOf(request: WireChatRequest, text: string): number | undefined {
  if (text.length < WORTH_KEEPING) return undefined;
  const { model, tools, messages } = request;
  const asked = messages.findIndex(({ role }) => role === 'user');
  const opening = messages.slice(0, asked === -1 ? undefined : asked + 1);
  return hashOf(JSON.stringify([model, tools, opening]));
}
