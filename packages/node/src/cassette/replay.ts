import type { Fetch, Runtime } from '@hermes4/core';
import { createTape } from '@hermes4/core/internal';
import { systemClock } from '../clock.ts';
import { toPath } from '../files/to-path.ts';
import { invalidOption } from '../invalid-option.ts';
import { loadCassette } from './cassette-file.ts';
import { describeCall } from './describe-call.ts';
import { playAnswer } from './play-answer.ts';

/** How recordings are played. */
export interface ReplayOptions {
  /**
   * Whether a recording is played as fast as it is read, or with the pauses that were recorded.
   *
   * @defaultValue `instant`
   */
  timing?: 'instant' | 'recorded' | undefined;
  /**
   * What a request gets when each of its recordings has been played: the last one again, or what a
   * request without a recording gets.
   *
   * @defaultValue `last`
   */
  repeats?: 'last' | 'refuse' | undefined;
  /**
   * Words of eight characters or more that must never be recorded, besides the credentials that a request
   * carries in its headers. A player needs the same ones, to find what they stood in.
   *
   * @defaultValue none
   */
  secrets?: readonly string[] | undefined;
  /** What measures and makes the pauses, in milliseconds. @defaultValue the machine's own */
  clock?: Pick<Runtime, 'now' | 'after'> | undefined;
}

/**
 * Makes a `fetch` that answers from a cassette, byte by byte as the host did, and never from the network. A
 * client with it needs no key.
 *
 * Requests are the same when method, path, query and JSON body are, however they are written; the host and
 * the headers do not count. Several recordings of one request are played in their order. A request without a
 * recording gets status 404 and is not asked again: the client's HermesError `not_found` says what was asked,
 * which recording comes nearest, and what differs. An abort rejects with the signal's own reason.
 *
 * @param path The file that `record()` or the local server's replay engine has made, usually named
 *   `….cassette.json`.
 * @throws HermesError `invalid_options`, at once, when there is no such file or it is no cassette.
 * @example
 * ```ts
 * import { createHermes, replay } from '@hermes4/node';
 *
 * const hermes = createHermes({ fetch: replay('test/hello.cassette.json') });
 * ```
 */
export function replay(path: string | URL, options: ReplayOptions = {}): Fetch {
  const { timing = 'instant', repeats = 'last', secrets = [], clock = systemClock } = options;
  const file = toPath(path);
  const cassette = loadCassette(file);
  if (!cassette) {
    throw invalidOption(
      'path',
      `There is no cassette at ${file}. Make it with record(fetch, path), or correct the path.`,
    );
  }
  const tape = createTape(cassette, { repeats, isRewritten: false });

  return async (input, init) => {
    const { asked } = await describeCall(input, init, secrets);
    const signal = init?.signal;
    signal?.throwIfAborted();
    const recorded = tape.play(asked);
    if (recorded) return playAnswer(recorded, { timing, clock, signal });
    // An answer, because a client takes an error of its `fetch` for a broken connection and tries again.
    const message = `${tape.missed(asked)} Nothing was sent to any host; record(fetch, path) in the mode record-on-miss would record it.`;
    return Response.json({ message }, { status: 404 });
  };
}
