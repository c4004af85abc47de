import type { HostName, HostProfile } from '@hermes4/core';
import type { Clock } from '../../clock.ts';

/** The platform's `fetch`, as far as a relay uses it. */
export type RelayFetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where calls are passed on to, and how. */
export interface RelayOptions {
  /**
   * Which host the upstream is: gives `baseURL`, the host's name of the model and, with `repair`, what the
   * host takes as a parameter and what has to be said in the prompt.
   *
   * @defaultValue a host of which nothing is known
   */
  host?: HostName | HostProfile | undefined;
  /** Where the upstream's API begins, version included. @defaultValue the host's; needed without one */
  baseURL?: string | undefined;
  /** The upstream's key. It is sent there and nowhere else. @defaultValue none is sent */
  apiKey?: string | undefined;
  /**
   * Sends the caller's `Authorization` on, instead of a key of the relay's own.
   *
   * @defaultValue `false`: callers' keys stay here
   */
  forwardCallerKey?: boolean | undefined;
  /** Headers for every request to the upstream, instead of the relay's own of the same names. @defaultValue none */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * The upstream's names of models, by the names that callers use; others are passed as they are. The
   * upstream's name becomes the caller's again wherever an answer says `"model"`, so that the answer to a
   * mapped call is passed line by line instead of byte by byte.
   *
   * @defaultValue the one name of the model that `host` tells
   */
  models?: Readonly<Record<string, string>> | undefined;
  /**
   * Gives answers out in the normal form: thinking in `reasoning_content` and calls in `tool_calls`, also
   * where the upstream leaves them in the text. Such answers say `x-hermes4-repaired: true`. With `host`,
   * requests are put into what that host understands.
   *
   * A stream cannot take back what it has said: where an upstream leaves out the opening tag, its thoughts
   * have been sent as text by the time that the closing one comes, and are then sent once more as
   * reasoning. For an upstream that always begins inside its thoughts, say `{ opensThinking: true }`.
   *
   * @defaultValue `false`: answers are passed byte by byte
   */
  repair?:
    | boolean
    | {
        /**
         * Whether answers to calls that ask for thinking begin inside the thoughts, without their opening tag.
         *
         * @defaultValue `false`
         */
        readonly opensThinking?: boolean | undefined;
      }
    | undefined;
  /** How long the upstream may be silent. */
  timeouts?: RelayTimeouts | undefined;
  /** The most bytes that an answer may have. @defaultValue 268,435,456 (256 MiB) */
  maxResponseBytes?: number | undefined;
  /** What sends. @defaultValue the platform's own */
  fetch?: RelayFetch | undefined;
  /** What measures the silence. @defaultValue the machine's own */
  clock?: Clock | undefined;
}

/** Limits of silence, in milliseconds; `Infinity` is none. */
export interface RelayTimeouts {
  /**
   * Until the upstream's headers; it sends those of a whole answer only when all of it is written.
   *
   * @defaultValue 600,000
   */
  readonly headersMs?: number | undefined;
  /** Between two pieces of a body; the time that the caller takes to read is not counted. @defaultValue 120,000 */
  readonly idleMs?: number | undefined;
}
