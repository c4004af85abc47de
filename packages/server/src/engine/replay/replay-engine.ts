import { HermesError } from '@hermes4/core';
import {
  type Cassette,
  checkCassette,
  createTape,
  describeRequest,
  EMPTY_CASSETTE,
  secretsOf,
} from '@hermes4/core/internal';
import { type Clock, systemClock } from '../../clock.ts';
import { Refusal } from '../../refusal.ts';
import type { ExchangeEngine } from '../engine.ts';
import { playAnswer } from './play-answer.ts';
import { createRecorder } from './record-answer.ts';

/** How recordings are played and made. */
export interface ReplayOptions {
  /**
   * What was recorded before, as `openCassette()` or `readCassette()` gives it.
   *
   * @defaultValue nothing
   */
  cassette?: Cassette | undefined;
  /**
   * What happens to a call:
   *
   * - `replay`: it gets its recording; without one it is refused. The upstream is never called.
   * - `record-on-miss`: it gets its recording; without one the upstream answers, and a good answer
   *   (status 200 to 299) is recorded.
   * - `record`: the upstream answers. Whatever it answers replaces what was recorded of the same request.
   *
   * @defaultValue `replay`
   */
  mode?: 'replay' | 'record' | 'record-on-miss' | undefined;
  /** What answers while recording, such as `createRelayEngine()`; needed in both modes that record. */
  upstream?: ExchangeEngine | undefined;
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
   * Stores the cassette; called after each recording, never twice at a time. The answer ends when it is
   * stored, and ends in an error when that fails.
   */
  save?: ((cassette: Cassette) => void | Promise<void>) | undefined;
  /**
   * Words of eight characters or more that must never be recorded, besides the credentials that a request
   * carries in its headers. A relay covers its own key already.
   *
   * @defaultValue none
   */
  secrets?: readonly string[] | undefined;
  /** The most bytes that a recorded answer may have. @defaultValue 16,777,216 (16 MiB) */
  maxExchangeBytes?: number | undefined;
  /** The most characters that a cassette may have. @defaultValue 67,108,864 (64 MiB) */
  maxCassetteBytes?: number | undefined;
  /** What measures and makes the pauses. @defaultValue the machine's own */
  clock?: Clock | undefined;
}

/** Every call that an engine answers. */
const CALL = { method: 'POST', path: '/v1/chat/completions' } as const;

/**
 * Makes an engine that answers from recordings, byte by byte as the host did.
 *
 * Requests are the same when their JSON bodies are, however they are written; headers do not count. Keys,
 * cookies and account ids are not recorded: of headers, only an allow-list is; in bodies, `[key]` or
 * asterisks stand for the credentials of the request. An answer that was cut off, by the host or by a
 * caller who left before its `[DONE]`, is not recorded at all.
 *
 * @throws HermesError `invalid_options` when there is no upstream to record, or the cassette is none; its
 *   `path` names the place.
 * @example
 * ```ts
 * import { createLocalServer, createRelayEngine, createReplayEngine } from '@hermes4/server';
 * import { openCassette } from '@hermes4/server/node';
 *
 * const engine = createReplayEngine({
 *   ...(await openCassette('test/hello.cassette.json')),
 *   mode: process.env.RECORD ? 'record-on-miss' : 'replay',
 *   upstream: createRelayEngine({ host: 'aimlapi', apiKey: process.env.AIMLAPI_API_KEY }),
 * });
 * const server = createLocalServer({ engine });
 * ```
 */
export function createReplayEngine(options: ReplayOptions = {}): ExchangeEngine {
  const { mode = 'replay', upstream, timing = 'instant', clock = systemClock } = options;
  const { repeats = 'last', secrets = [] } = options;
  if (mode !== 'replay' && !upstream) {
    throw new HermesError(`Option upstream is missing: the mode ${mode} needs one to record.`, {
      code: 'invalid_options',
      path: 'upstream',
    });
  }
  const cassette = checkCassette(options.cassette ?? EMPTY_CASSETTE);
  const tape = createTape(cassette, { repeats, isRewritten: mode === 'record' });
  const record = createRecorder({ ...options, clock, tape });

  return {
    name: 'replay',
    fingerprint: 'hermes4-replay-1',
    tokenCounts: 'exact',
    holdsKey: mode !== 'replay' && upstream?.holdsKey === true,
    async answer(exchange) {
      const { headers, text, signal } = exchange;
      const hidden = [...secrets, ...secretsOf(headers)];
      const asked = describeRequest({ ...CALL, headers, text }, hidden);
      const recorded = mode === 'record' ? undefined : tape.play(asked);
      if (recorded) return playAnswer(recorded, { timing, clock, signal });
      if (mode === 'replay' || !upstream) {
        throw new Refusal(
          404,
          `${tape.missed(asked)} Nothing was sent to any host; the mode record-on-miss would record it.`,
        );
      }
      return record(asked, {
        ask: () => upstream.answer(exchange),
        accepts: (response) => mode === 'record' || response.ok,
        secrets: hidden,
      });
    },
  };
}
