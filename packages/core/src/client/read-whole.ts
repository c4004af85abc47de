import { createAccumulator } from '../accumulate/accumulator.ts';
import { notACompletion, readJsonAnswer } from '../decode/json-answer.ts';
import type { Batch } from '../model/batch.ts';
import type { ChatCompletion, ChatCompletionChunk } from '../model/chat-completion.ts';
import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HttpResponse } from '../model/http.ts';
import type { LazyNormalizer } from '../normalize/lazy-normalizer.ts';
import { normalizeAnswer } from '../normalize/normalize-completion.ts';
import { plainAnswer } from '../normalize/plain-answer.ts';
import { seal } from '../result/seal.ts';
import { complete } from './complete.ts';
import { asksForText, type LazyDialects } from './lazy-dialects.ts';

/** Asks for an answer in one piece, and makes of it what a stream would have become. */
export function askWhole(
  params: ChatCompletionCreateParams,
  exchange: Exchange,
  maxBytes: number,
  dialects: LazyDialects,
): Promise<ChatCompletion> {
  return complete(exchange, async (response) => {
    const value = await readJsonAnswer(response, maxBytes);
    const plain = asksForText(params) && !exchange.meter() && plainAnswer(value);
    if (plain) {
      exchange.content();
      return seal(plain, exchange.facts);
    }
    const { items, failure } = await normalizeAnswer(value, dialects.normalizer(params, exchange));
    const answer = createAccumulator(dialects.beyondText);
    for (const chunk of items) answer.add(chunk);
    if (failure) throw failure.with({ partial: answer.completion() });
    exchange.content();
    for (const chunk of items) exchange.meter()?.add(chunk);
    const completion = seal(answer.completion(), exchange.facts);
    dialects.refuse()?.(completion);
    return completion;
  });
}

/**
 * Reads an answer in one piece as the one batch that a stream would have brought.
 *
 * @throws HermesError `unexpected_response` when it is a web page, or anything else that is no completion.
 */
export async function readWhole(
  response: HttpResponse,
  maxBytes: number,
  normalizer: LazyNormalizer,
): Promise<Batch<ChatCompletionChunk>> {
  return normalizeAnswer(await readJsonAnswer(response, maxBytes), normalizer);
}

/** Turns away a web page where a stream was asked for. */
export function refusePage(response: HttpResponse): never {
  response.discard();
  throw notACompletion(response, 'a web page');
}
