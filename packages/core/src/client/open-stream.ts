import { notACompletion, readJsonAnswer } from '../decode/json-answer.ts';
import { createWireDecoder } from '../decode/wire-values.ts';
import type { ChunkSource } from '../model/chunk-source.ts';
import type { HttpResponse } from '../model/http.ts';
import type { Normalizer } from '../normalize/create-normalizer.ts';
import { normalizeAnswer } from '../normalize/normalize-completion.ts';

/** Walks the row from the answer's headers to its chunks: decode, normalize. */
export async function openChunks(
  response: HttpResponse,
  maxBytes: number,
  normalizer: Normalizer,
): Promise<ChunkSource> {
  const type = response.headers.get('content-type') ?? '';
  if (/html/i.test(type)) {
    await response.discard();
    throw notACompletion(response, 'a web page');
  }
  // Some hosts do not stream and say so only by their content type.
  return /json/i.test(type) && !/ndjson|json-seq/i.test(type)
    ? wholeAnswer(response, maxBytes, normalizer)
    : eventStream(response, maxBytes, normalizer);
}

function eventStream(
  response: HttpResponse,
  maxBytes: number,
  normalizer: Normalizer,
): ChunkSource {
  const decoder = createWireDecoder(maxBytes);
  let ended = false;
  return {
    async pull() {
      if (ended) return undefined;
      const bytes = await response.read();
      if (bytes) return normalizer.push(decoder.push(bytes));
      ended = true;
      return normalizer.end(decoder.end());
    },
    close: () => response.discard(),
  };
}

function wholeAnswer(
  response: HttpResponse,
  maxBytes: number,
  normalizer: Normalizer,
): ChunkSource {
  return {
    pull: async () => normalizeAnswer(await readJsonAnswer(response, maxBytes), normalizer),
    close: () => response.discard(),
  };
}
