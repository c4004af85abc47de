import type { BeyondText } from '../accumulate/beyond-text.ts';
import type { ChatCompletion } from '../model/chat-completion.ts';
import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { Exchange } from '../model/exchange.ts';
import { createLazyNormalizer, type LazyNormalizer } from '../normalize/lazy-normalizer.ts';
import type { AddParts } from '../result/parts.ts';
import type * as Dialects from './dialects.ts';
import type { LazyHost } from './lazy-host.ts';
import { loadPart } from './load-part.ts';

/** What reads, folds and hands out answers that are more than plain text, once one of them needs it. */
export interface LazyDialects {
  /** Makes what reads the answer to a request. */
  normalizer(request: ChatCompletionCreateParams, exchange: Exchange): LazyNormalizer;
  /** Makes what folds it; `undefined` before it is loaded, when no answer holds more than text. */
  readonly beyondText: () => BeyondText | undefined;
  /** What gives out its parts; `undefined` likewise. */
  readonly addParts: () => AddParts | undefined;
  /** What refuses it when it is all thoughts; `undefined` likewise. */
  readonly refuse: () => ((answer: ChatCompletion) => void) | undefined;
}

/** Loads it with the first answer that needs it, or at once with a request that asks for such an answer. */
export function lazyDialects(host: LazyHost): LazyDialects {
  let part: typeof Dialects | undefined;

  return {
    normalizer,
    beyondText: () => part?.createBeyondText(),
    addParts: () => part?.addAllParts,
    refuse: () => part?.refuseThoughts,
  };

  function normalizer(request: ChatCompletionCreateParams, exchange: Exchange): LazyNormalizer {
    return createLazyNormalizer(async () => {
      part ??= await exchange.wait(loadPart(import('./dialects.ts'), 'thoughts and calls'));
      return part.createReader(request, await host());
    }, asksForText(request));
  }
}

/** Whether a request asks for nothing but text. */
export function asksForText({ reasoning, tools, logprobs }: ChatCompletionCreateParams): boolean {
  return !reasoning && !tools?.length && !logprobs;
}
