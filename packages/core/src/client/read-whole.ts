import { notACompletion, readJsonAnswer } from '../decode/json-answer.ts';
import type { Batch } from '../model/batch.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { HttpResponse } from '../model/http.ts';
import type { LazyNormalizer } from '../normalize/lazy-normalizer.ts';
import { normalizeAnswer } from '../normalize/normalize-completion.ts';

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
