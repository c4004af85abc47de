import { HermesError } from '@hermes4/core';
import {
  type Cassette,
  createAnswerRecorder,
  type createTape,
  type Place,
  type RecordedRequest,
  type RecordedResponse,
  readableBody,
  writeCassette,
} from '@hermes4/core/internal';
import type { Clock } from '../../clock.ts';
import { createSaver } from './saver.ts';

/** What recording needs to know. */
export interface RecorderOptions {
  readonly tape: ReturnType<typeof createTape>;
  readonly clock: Clock;
  readonly save?: ((cassette: Cassette) => void | Promise<void>) | undefined;
  readonly maxExchangeBytes?: number | undefined;
  readonly maxCassetteBytes?: number | undefined;
}

/** One call that is to be recorded. */
export interface Recording {
  /** Asks the upstream. */
  readonly ask: () => Promise<Response>;
  /** Whether an answer is to be recorded at all. */
  readonly accepts: (response: Response) => boolean;
  readonly secrets: readonly string[];
}

/** Makes what asks, and records the answer while the caller reads it. */
export function createRecorder(
  options: RecorderOptions,
): (asked: RecordedRequest, recording: Recording) => Promise<Response> {
  const { tape, clock, maxExchangeBytes = 16 * 2 ** 20, maxCassetteBytes = 64 * 2 ** 20 } = options;
  const save = createSaver(store);

  return async (asked, { ask, accepts, secrets }) => {
    const startedAt = clock.now();
    const place = tape.reserve(asked);
    try {
      const response = await ask();
      const { status, headers, body } = response;
      if (!accepts(response)) {
        place.drop();
        return response;
      }
      const atMs = clock.now() - startedAt;
      const recorder = createAnswerRecorder(
        { status, headers, atMs },
        { secrets, maxBytes: maxExchangeBytes, readable: readableBody },
      );
      const take = (bytes: Uint8Array): void => recorder.push(bytes, clock.now() - startedAt);
      const keep = (): Promise<void> => keepAnswer(place, recorder.response());
      if (!body) {
        await keep();
        return response;
      }
      const drop = (): void => place.drop();
      const saidDone = (): boolean => recorder.saidDone();
      const passed = passOn(body.getReader(), { take, saidDone, keep, drop });
      return new Response(passed, { status, headers });
    } catch (error) {
      place.drop();
      throw error;
    }
  };

  function keepAnswer(place: Place, response: RecordedResponse): Promise<void> {
    place.keep(response);
    return save();
  }

  async function store(): Promise<void> {
    const cassette = tape.cassette();
    if (writeCassette(cassette).length > maxCassetteBytes) {
      throw new HermesError(
        `The cassette is full: with this recording it is larger than ${maxCassetteBytes} bytes. Use another file, or raise maxCassetteBytes.`,
        { code: 'response_too_large' },
      );
    }
    await options.save?.(cassette);
  }
}

/** What is done with an answer on its way. */
interface Taking {
  readonly take: (bytes: Uint8Array) => void;
  readonly saidDone: () => boolean;
  readonly keep: () => Promise<void>;
  readonly drop: () => void;
}

/** Passes a body on, untouched and as fast as it is read. */
function passOn(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { take, saidDone, keep, drop }: Taking,
): ReadableStream<Uint8Array> {
  let hasLeft = false;

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = await reader.read().catch(async (error: unknown) => {
          await settle();
          throw error;
        });
        // Leaving ends a read that is underway, too.
        if (hasLeft) return;
        if (part.done) {
          await keep();
          controller.close();
          return;
        }
        try {
          take(part.value);
        } catch (error) {
          drop();
          await reader.cancel(error);
          throw error;
        }
        controller.enqueue(part.value);
      },
      async cancel(reason) {
        hasLeft = true;
        await Promise.all([settle(), reader.cancel(reason)]);
      },
    },
    { highWaterMark: 0 },
  );

  /** Callers leave, and hosts hang up, as soon as `[DONE]` has passed. */
  async function settle(): Promise<void> {
    if (saidDone()) await keep();
    else drop();
  }
}
