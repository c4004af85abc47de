import type { WireChatRequest } from '@hermes4/core/internal';
import type { TokenEngine } from '../engine/engine.ts';
import { pause } from './pause.ts';
import { createStopFilter } from './stop-filter.ts';

/** How an answer ended, and what it took. */
export interface Ending {
  readonly finish_reason: 'stop' | 'length';
  readonly completion_tokens: number;
}

/** What to generate, and how fast. */
export interface Generation {
  readonly engine: TokenEngine;
  readonly request: WireChatRequest;
  readonly pauseMs: number;
}

/**
 * Draws tokens from an engine until it ends its turn, the token limit is reached or a stop sequence
 * comes; yields text as it becomes certain, and returns how it ended.
 */
export async function* generate(
  { engine, request, pauseMs }: Generation,
  signal: AbortSignal,
): AsyncGenerator<string, Ending> {
  const limit = tokenLimit(request);
  const filter = createStopFilter([request.stop ?? []].flat());
  let completion_tokens = 0;
  for await (const token of engine.generate({ request, prompt: '', thinking: false, signal })) {
    signal.throwIfAborted();
    if (pauseMs > 0) await pause(pauseMs, signal);
    completion_tokens += 1;
    const text = filter.push(token.text);
    if (text !== '') yield text;
    if (filter.isStopped()) return { finish_reason: 'stop', completion_tokens };
    if (completion_tokens >= limit) {
      yield* remainder(filter.flush());
      return { finish_reason: 'length', completion_tokens };
    }
  }
  yield* remainder(filter.flush());
  return { finish_reason: 'stop', completion_tokens };
}

/** The API document lets `max_tokens` be a fraction; a limit of 1.5 tokens is kept by one. */
function tokenLimit({ max_completion_tokens, max_tokens }: WireChatRequest): number {
  return Math.floor(Math.min(max_completion_tokens ?? Infinity, max_tokens ?? Infinity));
}

function* remainder(text: string): Generator<string> {
  if (text !== '') yield text;
}
