import type { ChatCompletion, ChatCompletionChunk, CompletionUsage } from '@hermes4/core';
import type { WireChatRequest } from '@hermes4/core/internal';
import type { TokenEngine } from '../engine/engine.ts';
import type { Ending } from '../generate/generate.ts';
import type { Identity } from './identity.ts';

/** One call on its way to an answer. */
export interface Exchange {
  readonly engine: TokenEngine;
  readonly identity: Identity;
  readonly request: WireChatRequest;
  /** How long each token takes, in milliseconds. */
  readonly pauseMs: number;
}

/** The whole answer, as the API document describes it. */
export function shapeCompletion(
  exchange: Exchange,
  content: string,
  ending: Ending,
): ChatCompletion {
  return {
    ...envelope(exchange),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, reasoning_content: null, refusal: null },
        finish_reason: ending.finish_reason,
        logprobs: null,
      },
    ],
    usage: shapeUsage(exchange, ending),
  };
}

/** A piece of the answer; the last has a finish reason and, when asked for, one with the usage follows. */
export function shapeChunk(
  exchange: Exchange,
  delta: { role?: 'assistant'; content?: string },
  finish_reason: Ending['finish_reason'] | null = null,
): ChatCompletionChunk {
  return {
    ...envelope(exchange),
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason, logprobs: null }],
  };
}

/** The chunk that closes a stream whose caller asked for the usage. */
export function shapeUsageChunk(exchange: Exchange, ending: Ending): ChatCompletionChunk {
  return {
    ...envelope(exchange),
    object: 'chat.completion.chunk',
    choices: [],
    usage: shapeUsage(exchange, ending),
  };
}

function envelope({ engine, identity, request }: Exchange): {
  id: string;
  created: number;
  model: string;
  system_fingerprint: string;
} {
  return {
    id: `chatcmpl-${identity.id}`,
    created: identity.created,
    model: request.model,
    system_fingerprint: engine.fingerprint,
  };
}

function shapeUsage({ engine, request }: Exchange, { completion_tokens }: Ending): CompletionUsage {
  const prompt_tokens = engine.countTokens(JSON.stringify(request.messages));
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
