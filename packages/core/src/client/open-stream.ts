import { createWireDecoder } from '../decode/wire-values.ts';
import type { Coming } from '../model/batch.ts';
import type { ChatCompletionChunk } from '../model/chat-completion.ts';
import type { ChunkSource } from '../model/chunk-source.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HttpResponse } from '../model/http.ts';
import type { LazyNormalizer } from '../normalize/lazy-normalizer.ts';
import { loadPart } from './load-part.ts';
import type * as ReadWhole from './read-whole.ts';

/** Walks the row from the answer's headers to its chunks: decode, normalize. */
export async function openChunks(
  exchange: Exchange,
  maxBytes: number,
  normalizer: LazyNormalizer,
): Promise<ChunkSource> {
  const response = await exchange.respond();
  const type = response.headers.get('content-type') ?? '';
  // Some hosts do not stream and say so only by their content type; a web page is no answer at all.
  if (!/html|json/i.test(type) || /ndjson|json-seq/i.test(type)) {
    return eventStream(response, maxBytes, normalizer);
  }
  const { readWhole, refusePage } = await exchange.wait(loadWhole());
  if (/html/i.test(type)) refusePage(response);
  return {
    pull: () => readWhole(response, maxBytes, normalizer),
    close: () => response.discard(),
  };
}

/** Loads what reads an answer in one piece: who streams hardly ever gets one. */
export function loadWhole(): Promise<typeof ReadWhole> {
  return loadPart(import('./read-whole.ts'), 'whole answers');
}

function eventStream(
  response: HttpResponse,
  maxBytes: number,
  normalizer: LazyNormalizer,
): ChunkSource {
  const decoder = createWireDecoder(maxBytes);
  let ended = false;
  return {
    pull: () => (ended ? Promise.resolve(undefined) : response.read().then(take)),
    close: () => response.discard(),
  };

  function take(bytes: Uint8Array | undefined): Coming<ChatCompletionChunk> {
    if (bytes) return normalizer.push(decoder.push(bytes));
    ended = true;
    return normalizer.end(decoder.end());
  }
}
