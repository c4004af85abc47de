import type {
  ChatCompletionChunk,
  ChatCompletionChunkDelta,
  ChatCompletionLogprobs,
} from '@hermes4/core';
import type { WireChatRequest } from '@hermes4/core/internal';
import type { Envelope } from '../dialect/dialect.ts';
import type { EngineToken } from '../engine/engine.ts';
import type { Piece } from '../generate/stop-gate.ts';
import { hidesThinking } from '../prompt/wants-thinking.ts';
import { callFragments } from './call-fragments.ts';
import { createThoughtCount } from './count-thoughts.ts';
import { logprobsOf } from './logprobs.ts';
import { createModelText, type FinishReason } from './model-text.ts';
import { createTrimmedText } from './trim-edges.ts';

type Delta = ChatCompletionChunkDelta;

/** An answer in the normal form, as it grows: the one way from tokens to chunks, streamed or not. */
export interface Draft {
  /** What a piece of text brings. */
  add(piece: Piece): ChatCompletionChunk[];
  /** What was held back, and the chunk that says why the answer ended. */
  close(finish: 'stop' | 'length'): ChatCompletionChunk[];
  /** Why it ended. */
  finishReason(): FinishReason | undefined;
  /** How many tokens it thought with so far. */
  thoughtTokens(): number;
}

/** The chunk that opens an answer. */
export function openingChunk(envelope: Envelope): ChatCompletionChunk {
  return chunkOf(envelope, { role: 'assistant', content: '' });
}

/** Starts an answer. `prompt` is what the model continues. */
export function createDraft(request: WireChatRequest, envelope: Envelope, prompt: string): Draft {
  const model = createModelText(request, envelope.id, prompt);
  const hidden = hidesThinking(request);
  const thoughts = createTrimmedText(true);
  const words = createTrimmedText(request.tools !== undefined);
  const thoughtCount = createThoughtCount();
  let isAfterTag = false;
  let endsWithCall = false;
  let untold: EngineToken[] = [];
  let finishReason: FinishReason | undefined;

  return {
    add: ({ text, tokens }) => {
      if (request.logprobs) untold.push(...tokens);
      return tell(model.push(text), text, tokens.length);
    },
    close,
    finishReason: () => finishReason,
    thoughtTokens: () => thoughtCount.total(),
  };

  function close(finish: 'stop' | 'length'): ChatCompletionChunk[] {
    const end = model.end(finish);
    finishReason = end.finishReason;
    const chunks = tell(end.deltas, '', 0);
    const rest = endsWithCall ? '' : words.rest(isAfterTag);
    if (rest !== '') chunks.push(chunk({ content: rest }));
    chunks.push(chunk({}, finishReason));
    return chunks;
  }

  /** One kind of thing in a chunk: what a model says comes a token at a time. */
  function tell(deltas: readonly Delta[], text: string, tokens: number): ChatCompletionChunk[] {
    const chunks: ChatCompletionChunk[] = [];
    let thought = '';
    let other = false;
    for (const { reasoning_content, content, tool_calls } of deltas) {
      if (reasoning_content) {
        thought += reasoning_content;
        isAfterTag = true;
        const said = thoughts.push(reasoning_content, true);
        if (said !== '' && !hidden) chunks.push(chunk({ reasoning_content: said }));
      }
      if (content) {
        other = true;
        const said = words.push(content, isAfterTag);
        endsWithCall &&= said === '';
        if (said !== '') chunks.push(chunk({ content: said }));
      }
      for (const call of tool_calls ?? []) {
        other = isAfterTag = endsWithCall = true;
        for (const part of callFragments(call)) chunks.push(chunk({ tool_calls: [part] }));
      }
    }
    thoughtCount.add(text, tokens, { thought, other });
    return chunks;
  }

  function chunk(delta: Delta, finish: FinishReason | null = null): ChatCompletionChunk {
    if (untold.length === 0) return chunkOf(envelope, delta, finish);
    const logprobs = logprobsOf(untold, request.top_logprobs ?? 0);
    untold = [];
    return chunkOf(envelope, delta, finish, logprobs);
  }
}

/** Field by field: what is made for every token is not copied together. */
function chunkOf(
  { id, created, model, system_fingerprint }: Envelope,
  delta: Delta,
  finish_reason: FinishReason | null = null,
  logprobs: ChatCompletionLogprobs | null = null,
): ChatCompletionChunk {
  const choices = [{ index: 0, delta, finish_reason, logprobs }];
  return { id, object: 'chat.completion.chunk', created, model, system_fingerprint, choices };
}
