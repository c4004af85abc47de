import type { ChatCompletion, Warning } from '@hermes4/core';
import type { Json, Metadata, ResponseMetadata } from './parts.ts';

/**
 * What `providerMetadata.hermes4` tells of a call. Nothing is guessed: what the host did not tell is
 * missing.
 */
export interface HermesMetadata {
  /** The host's id for the call, to quote to its support. */
  requestId?: string;
  /** Your own id for the call. */
  clientRequestId?: string;
  /** What the call cost in the hosted API's credits; 2,000,000 are 1 USD. */
  credits?: number;
  /** What the call cost in US dollars. */
  usd?: number;
  /** When things happened, in milliseconds since the call began. */
  timings?: {
    /** When the headers of the answer had arrived. */
    headersMs?: number;
    /** When the first text, thought or tool call had arrived. */
    firstContentMs?: number;
    /** When the answer was complete. */
    totalMs: number;
  };
  /** What the model said in place of an answer. */
  refusal?: string;
  /** Log probabilities, where they were asked for. */
  logprobs?: Json;
  /** What was noticed in the answer, such as a tool call that could not be read and stayed text. */
  warnings?: {
    /** What it is about, as a name that never changes. */
    code: string;
    /** What was noticed, and what to do about it. */
    message: string;
  }[];
}

/** What is known of a call beyond its answer. */
export function metadataOf(
  completion: ChatCompletion | undefined,
  noticed: readonly Warning[],
): Metadata {
  const { id, clientRequestId, credits, usd, timings } = completion?._request ?? {};
  const logprobs = completion?.choices[0]?.logprobs ?? undefined;
  const warnings = noticed.map(({ code, message }) => ({ code, message }));
  const { headersMs, firstContentMs, totalMs } = timings ?? {};
  return {
    hermes4: known({
      requestId: id,
      clientRequestId,
      credits,
      usd,
      timings: timings && known({ headersMs, firstContentMs, totalMs }),
      refusal: completion?.choices[0]?.message.refusal ?? undefined,
      logprobs,
      warnings: warnings.length > 0 ? warnings : undefined,
    }),
  };
}

/** The answer's id, time and model, as far as the host told them. */
export function responseMetadataOf(completion: ChatCompletion | undefined): ResponseMetadata {
  const { id, created, model } = (completion ?? {}) as Partial<ChatCompletion>;
  return {
    ...(id && { id }),
    ...(created && { timestamp: new Date(created * 1_000) }),
    ...(model && { modelId: model }),
  };
}

function known(fields: Record<string, Json | undefined>): Record<string, Json> {
  const entries = Object.entries(fields);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}
