import type { Budget } from './budget.ts';
import type { ChatModel } from './chat-request.ts';
import type { HostName, HostProfile } from './host-profile.ts';
import type { Fetch, Interceptor } from './http.ts';
import type { Observer } from './observer.ts';
import type { Runtime } from './runtime.ts';
import type { Timeouts } from './timeouts.ts';
import type { Warning } from './warning.ts';

/** How the model is told of its tools. */
export type ToolMode = 'auto' | 'native' | 'prompt';

/** How a client is set up. */
export interface HermesOptions {
  /** The host's key, sent as `Authorization: Bearer …` and kept out of everything else. */
  apiKey?: string | undefined;
  /**
   * Who is asked: a host that the toolkit knows, or a profile of your own, `{ ...hostProfiles.vllm, … }`.
   * It decides the base URL, the model's name, and how thinking, tools and schemas are asked for.
   *
   * @defaultValue `aimlapi`
   */
  host?: HostName | HostProfile | undefined;
  /**
   * Where the host's API begins, version included.
   *
   * @defaultValue the host's, `https://api.aimlapi.com/v1`
   */
  baseURL?: string | undefined;
  /**
   * The model to ask when a call names none.
   *
   * @defaultValue the host's name for it, `nousresearch/hermes-4-405b`
   */
  model?: ChatModel | undefined;
  /**
   * Sends the requests: your own agent, proxy or recorder, or a local server's `fetch`.
   *
   * @defaultValue the global `fetch`
   */
  fetch?: Fetch | undefined;
  /**
   * How the model is told of its tools: in the parameter `tools`, in the prompt, or as the host's profile
   * says.
   *
   * @defaultValue `auto`
   */
  toolMode?: ToolMode | undefined;
  /**
   * Whether requests are held against the API document before they are sent.
   *
   * @defaultValue `true`
   */
  strict?: boolean | undefined;
  /** Is told of what does not stop a call: parameters that the host may not know, and the like. */
  onWarning?: ((warning: Warning) => void) | undefined;
  /** Headers sent with each request; a header given here wins over the client's own. */
  defaultHeaders?: Readonly<Record<string, string>> | undefined;
  /**
   * The most bytes that one event of a stream, or one JSON answer, may have.
   *
   * @defaultValue 67,108,864 (64 MiB)
   */
  maxResponseBytes?: number | undefined;
  /**
   * How long a call may take: a number for all of it, or a limit for each clock, in milliseconds.
   *
   * @defaultValue no limit for all of it; the other clocks have theirs, see {@link Timeouts}
   */
  timeout?: number | Timeouts | undefined;
  /**
   * How often a failed attempt is followed by another: after status 408, 409, 425, 429 or 5xx, after a
   * connection that failed, and after a stream that broke before its first content. Pauses grow up to 8
   * seconds at random, or are what `Retry-After` asks for, up to `maxRetryAfterMs`.
   *
   * Asking a model is not idempotent: a host may have worked, and charged, for an attempt whose answer was
   * lost. Set 0 where that matters more than an answer.
   *
   * @defaultValue 2
   */
  maxRetries?: number | undefined;
  /**
   * The longest pause that a host may ask for, in milliseconds. One that asks for more is not asked again, and
   * the error says in `retryAfterMs` how long it wanted. `Infinity` waits as long as the host likes.
   *
   * @defaultValue 60,000 (1 minute)
   */
  maxRetryAfterMs?: number | undefined;
  /** The budget of every call that brings none of its own. */
  budget?: Budget | undefined;
  /** Stand between the client and the network; the first is the outermost. */
  interceptors?: readonly Interceptor[] | undefined;
  /** Is told of each attempt, answer, pause, warning and failure; `logTo(console)` makes one that logs. */
  observe?: Observer | undefined;
  /** The clock and the dice, for tests. @defaultValue the machine's */
  runtime?: Runtime | undefined;
}

/** What can be set for one call. */
export interface RequestOptions {
  /** How the model is told of its tools, for this call. */
  toolMode?: ToolMode | undefined;
  /** Stops the call; the promise then rejects with this signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Headers for this call; they win over the client's. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** How long this call may take; a clock that is not named keeps the client's limit. */
  timeout?: number | Timeouts | undefined;
  /** How often a failed attempt of this call is followed by another. */
  maxRetries?: number | undefined;
  /** The longest pause that a host may ask for during this call, in milliseconds. */
  maxRetryAfterMs?: number | undefined;
  /** The budget that this call counts against, instead of the client's. */
  budget?: Budget | undefined;
  /**
   * Your own id for the call, sent as `X-Client-Request-Id` and found again in the host's logs: 1 to 128
   * of `A-Z a-z 0-9 . _ : -`. In a browser it costs a preflight.
   */
  clientRequestId?: string | undefined;
}
