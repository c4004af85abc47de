import type { WireChatRequest } from '@hermes4/core/internal';
import { Refusal } from '../refusal.ts';
import type { TokenId } from './logits.ts';

/** How tokens are chosen, under the wire's own names; each field has the value that changes nothing when it was not asked for. */
export interface SamplingSettings {
  readonly temperature: number;
  readonly top_p: number;
  /** `Infinity` for no limit. */
  readonly top_k: number;
  readonly min_p: number;
  readonly top_a: number;
  readonly repetition_penalty: number;
  readonly frequency_penalty: number;
  readonly presence_penalty: number;
  readonly logit_bias: ReadonlyMap<TokenId, number>;
  /** How many of the likeliest tokens are listed beside the chosen one. */
  readonly top_logprobs: number;
}

/**
 * Reads the sampling parameters of a request that was validated before. What is absent is neutral, as in
 * the OpenAI API: temperature 1, no cut, no penalty. `logit_bias` is not in the hosted API's schema, and is
 * honored when a caller sends it.
 *
 * @throws Refusal 400 for what the schema lets through and no sampler can do.
 */
export function readSampling(request: WireChatRequest): SamplingSettings {
  return {
    temperature: request.temperature ?? 1,
    top_p: request.top_p ?? 1,
    top_k: readTopK(request.top_k),
    min_p: request.min_p ?? 0,
    top_a: request.top_a ?? 0,
    repetition_penalty: readRepetitionPenalty(request.repetition_penalty),
    frequency_penalty: request.frequency_penalty ?? 0,
    presence_penalty: request.presence_penalty ?? 0,
    logit_bias: readLogitBias((request as { logit_bias?: unknown }).logit_bias),
    top_logprobs: request.logprobs === true ? (request.top_logprobs ?? 0) : 0,
  };
}

/** As in vLLM, 0 and -1 mean no limit. */
function readTopK(top_k: number | undefined): number {
  if (top_k === undefined || top_k === 0 || top_k === -1) return Infinity;
  if (top_k >= 1) return Math.floor(top_k);
  throw refuse('top_k', 'a number of at least 1, or 0 or -1 for no limit', top_k);
}

function readRepetitionPenalty(penalty: number | null | undefined): number {
  if (penalty === undefined || penalty === null) return 1;
  if (penalty > 0) return penalty;
  throw refuse('repetition_penalty', 'a number above 0', penalty);
}

function readLogitBias(given: unknown): ReadonlyMap<TokenId, number> {
  if (given === undefined || given === null) return new Map();
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw refuse('logit_bias', 'an object from token ids to numbers', given);
  }
  return new Map(Object.entries(given).map(([id, bias]) => [readTokenId(id), readBias(id, bias)]));
}

function readTokenId(id: string): number {
  if (/^\d{1,9}$/.test(id)) return Number(id);
  throw refuse('logit_bias', 'ids of tokens as names', id);
}

function readBias(id: string, bias: unknown): number {
  if (typeof bias === 'number' && bias >= -100 && bias <= 100) return bias;
  throw refuse(`logit_bias[${JSON.stringify(id)}]`, 'a number from -100 to 100', bias);
}

function refuse(path: string, expected: string, received: unknown): Refusal {
  const shown = JSON.stringify(received).slice(0, 60);
  return new Refusal(400, `${path}: expected ${expected}, received ${shown}.`);
}
