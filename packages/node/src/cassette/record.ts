import { type Fetch, HermesError } from '@hermes4/core';
import {
  createTape,
  EMPTY_CASSETTE,
  type RecordedResponse,
  writeCassette,
} from '@hermes4/core/internal';
import { systemClock } from '../clock.ts';
import { toPath } from '../files/to-path.ts';
import { invalidOption } from '../invalid-option.ts';
import { loadCassette, replaceFile } from './cassette-file.ts';
import { describeCall } from './describe-call.ts';
import { playAnswer } from './play-answer.ts';
import { recordAnswer } from './record-answer.ts';
import type { ReplayOptions } from './replay.ts';

/** How recordings are made. */
export interface RecordOptions extends ReplayOptions {
  /**
   * What happens to a call:
   *
   * - `record`: the host answers. Whatever it answers replaces what was recorded of the same request.
   * - `record-on-miss`: it gets its recording; without one the host answers, and a good answer (status 200
   *   to 299) is recorded.
   *
   * @defaultValue `record`
   */
  mode?: 'record' | 'record-on-miss' | undefined;
  /** The most bytes that a recorded answer may have. @defaultValue 16,777,216 (16 MiB) */
  maxExchangeBytes?: number | undefined;
  /** The most characters that a cassette may have. @defaultValue 67,108,864 (64 MiB) */
  maxCassetteBytes?: number | undefined;
}

/**
 * Makes a `fetch` that passes everything on to another one, and writes down what is answered.
 *
 * Answers arrive as they would without it, streams included. Keys, cookies and account ids are not recorded:
 * of headers, only an allow-list is; in bodies, `[key]` or asterisks stand for the credentials of the
 * request. An answer that was cut off, by the host or by a caller who left before its `[DONE]`, is not
 * recorded at all. Calls may run side by side; they are recorded in the order of asking. An answer ends when
 * it is stored, and ends in an error when that fails; after a caller has left, the error is reported as
 * uncaught. One process at a time may record to a file.
 *
 * @param fetch What is recorded, such as the global `fetch`.
 * @param path The file. It and its folders come with the first recording; it is replaced as a whole, so that
 *   nobody ever reads half of it.
 * @throws HermesError `invalid_options`, at once, when there is a file and it is no cassette; Node's own
 *   error when it cannot be read.
 * @example
 * ```ts
 * import { createHermes, record, replay } from '@hermes4/node';
 *
 * const path = 'test/hello.cassette.json';
 * const hermes = createHermes({ fetch: process.env.RECORD ? record(fetch, path) : replay(path) });
 * ```
 */
export function record(fetch: Fetch, path: string | URL, options: RecordOptions = {}): Fetch {
  const { mode = 'record', timing = 'instant', repeats = 'last' } = options;
  const { secrets = [], clock = systemClock } = options;
  const { maxExchangeBytes: maxBytes = 16 * 2 ** 20, maxCassetteBytes = 64 * 2 ** 20 } = options;
  if (typeof fetch !== 'function') {
    throw invalidOption('fetch', 'record() takes what it records first: record(fetch, path).');
  }
  const file = toPath(path);
  const cassette = loadCassette(file) ?? EMPTY_CASSETTE;
  const tape = createTape(cassette, { repeats, isRewritten: mode === 'record' });

  return async (input, init) => {
    const { asked, hidden } = await describeCall(input, init, secrets);
    const signal = init?.signal;
    const recorded = mode === 'record' ? undefined : tape.play(asked);
    if (recorded) return playAnswer(recorded, { timing, clock, signal });
    const place = tape.reserve(asked);
    const startedAt = clock.now();
    try {
      const response = await fetch(input, init);
      if (mode === 'record' || response.ok) {
        return recordAnswer(response, {
          keep(answer: RecordedResponse) {
            place.keep(answer);
            store();
          },
          drop: () => place.drop(),
          secrets: hidden,
          maxBytes,
          clock,
          startedAt,
        });
      }
      place.drop();
      return response;
    } catch (error) {
      place.drop();
      throw error;
    }
  };

  function store(): void {
    const text = writeCassette(tape.cassette());
    if (text.length > maxCassetteBytes) {
      throw new HermesError(
        `The cassette is full: with this recording it is larger than ${maxCassetteBytes} characters. Use another file, or raise maxCassetteBytes.`,
        { code: 'response_too_large' },
      );
    }
    replaceFile(file, text);
  }
}
