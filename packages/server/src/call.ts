import type { CompletionUsage } from '@hermes4/core';
import type { WireChatRequest } from '@hermes4/core/internal';
import type { Identity } from './answer/identity.ts';
import type { Caller } from './caller.ts';

/** One chat call that was let in: every check that can be made was made. */
export interface Call {
  readonly identity: Identity;
  readonly caller: Caller;
  /** The body as it was validated. */
  readonly request: WireChatRequest;
  /** The body as it was written. */
  readonly text: string;
  readonly headers: Headers;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** How a call ended, for the books, the journal, the metrics and the spans. */
export interface CallRecord {
  /** What its answer says as `x-inference-id`. */
  readonly id: string;
  /** Who made it; `anonymous` also when it was not let in. */
  readonly caller: Caller;
  /** Always `POST`, as a chat call is made. */
  readonly method: string;
  /** `/v1/chat/completions`, or `/chat/completions` for a base URL without a version. */
  readonly path: string;
  /** The model that the request names; `undefined` when the call was not let in. */
  readonly model?: string | undefined;
  /** The engine's name, as `x-hermes4-engine` tells it. */
  readonly engine: string;
  /** Whether a stream was asked for; `false` when the call was not let in. */
  readonly stream: boolean;
  /** The caller's own id for the call, its valid `X-Client-Request-Id`. */
  readonly clientRequestId?: string | undefined;
  /** The status that was sent; 499 when the caller had gone before. */
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds from the call's start to the first byte of content. */
  readonly firstContentMs?: number | undefined;
  /** Milliseconds from the call's start to its end, whichever it was. */
  readonly durationMs: number;
  /** The tokens that it took; `undefined` when nobody counted them. */
  readonly usage?: CompletionUsage | undefined;
  /** What it cost by the price table, in US dollars. */
  readonly usd?: number | undefined;
  /** Why the first choice ended; `undefined` when the answer never said so. */
  readonly finishReason?: string | undefined;
  /** `failed` when an answer broke off after its first header. */
  readonly end: 'complete' | 'refused' | 'failed' | 'left';
  /** The fault that was played, if any. */
  readonly fault?: string | undefined;
}

/** Takes a call on to its answer. */
export type Answer = (call: Call) => Promise<Response>;

/** Another door of the server, besides the chat calls. */
export interface Route {
  /** The method that it answers; a route for `GET` answers `HEAD` too. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Where it is: `/v1/keys/:prefix` for one step of a path, `/model/:id*` for the rest of it. */
  readonly path: string;
  /** Shows or changes the server itself: for this machine, or whoever holds the server's admin key. */
  readonly isAdmin?: boolean | undefined;
  /**
   * Answers a request; the server adds the identity's headers. A `Refusal` that it throws is answered as one,
   * any other error with 500.
   */
  readonly handle: (visit: Visit) => Response | Promise<Response>;
}

/** A request for a route. */
export interface Visit {
  /** The request as it came, its body unread. */
  readonly request: Request;
  /** The request's URL, taken apart. */
  readonly url: URL;
  /** What the pattern's names stand for, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The id and the headers that the answer will have. */
  readonly identity: Identity;
}
