import type { WireChatRequest } from '@hermes4/core/internal';
import { Refusal } from '../refusal.ts';

/** What the model's context holds when its engine says nothing else. */
const DEFAULT_CONTEXT_TOKENS = 131_072;

/**
 * How many tokens an answer may have: what the request allows, or else what the prompt leaves.
 *
 * @param promptTokens What the prompt takes.
 * @param contextTokens What prompt and answer may take together.
 * @throws Refusal 400 when both do not fit: a prompt is never cut in silence.
 */
export function tokenBudget(
  request: WireChatRequest,
  promptTokens: number,
  contextTokens: number = DEFAULT_CONTEXT_TOKENS,
): number {
  const left = contextTokens - promptTokens;
  const holds = `The maximum context length is ${contextTokens} tokens, of which the messages take ${promptTokens}`;
  if (left < 1) {
    throw new Refusal(400, `${holds}; nothing is left for an answer. Shorten the messages.`);
  }
  const asked = tokenLimit(request);
  if (asked === undefined) return left;
  if (asked.limit <= left) return asked.limit;
  throw new Refusal(
    400,
    `${holds}, so ${asked.name} can be ${left} at most; received ${asked.limit}. Shorten the messages or lower ${asked.name}.`,
  );
}

/** The API document lets the limit be a fraction; one of 1.5 tokens is kept by one. */
function tokenLimit(request: WireChatRequest): { name: string; limit: number } | undefined {
  const { max_tokens, max_completion_tokens } = request;
  if (max_tokens === undefined && max_completion_tokens === undefined) return undefined;
  const [older, newer] = [max_tokens ?? Infinity, max_completion_tokens ?? Infinity];
  return newer <= older
    ? { name: 'max_completion_tokens', limit: Math.floor(newer) }
    : { name: 'max_tokens', limit: Math.floor(older) };
}
