import { HermesError } from '../errors/hermes-error.ts';
import type { Batch } from '../model/batch.ts';
import { excerpt } from '../primitives/excerpt.ts';
import { createSseDecoder } from './sse.ts';
import { createValueReader } from './value-reader.ts';

/** Turns the bytes of a streamed answer into JSON values, a network chunk at a time. */
export interface WireDecoder {
  /** The values that this chunk completes. */
  push(chunk: Uint8Array): Batch<unknown>;
  /** The values that the end of the stream completes. */
  end(): Batch<unknown>;
}

/**
 * Decodes the event stream of a chat completion: each event is one JSON value, `[DONE]` the last.
 *
 * @throws HermesError `response_too_large` when an event passes `maxEventBytes`.
 */
export function createWireDecoder(maxEventBytes: number): WireDecoder {
  const sse = createSseDecoder(maxEventBytes);
  const read = createValueReader();
  return {
    push: (chunk) => toBatch(sse.push(chunk), read),
    end: () => toBatch(sse.end(), read),
  };
}

function toBatch(events: readonly string[], read: (data: string) => unknown): Batch<unknown> {
  const items: unknown[] = [];
  for (const data of events) {
    if (data === '[DONE]') return { items, done: true };
    if (data === '') continue;
    try {
      items.push(read(data));
    } catch (cause) {
      return { items, done: true, failure: notJson(data, cause) };
    }
  }
  return { items, done: false };
}

function notJson(data: string, cause: unknown): HermesError {
  return new HermesError(
    `The host sent an event that is not JSON: ${excerpt(data)}. What arrived before it is in \`partial\`.`,
    { code: 'stream_interrupted', cause },
  );
}
