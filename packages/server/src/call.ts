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
  readonly id: string;
  readonly caller: Caller;
  readonly method: string;
  readonly path: string;
  readonly model?: string | undefined;
  readonly engine: string;
  readonly stream: boolean;
  /** The caller's own id for the call, its valid `X-Client-Request-Id`. */
  readonly clientRequestId?: string | undefined;
  /** The status that was sent; 499 when the caller had gone before. */
  readonly status: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds from the call's start to the first byte of content. */
  readonly firstContentMs?: number | undefined;
  readonly durationMs: number;
  readonly usage?: CompletionUsage | undefined;
  /** What it cost by the price table, in US dollars. */
  readonly usd?: number | undefined;
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
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Where it is: `/v1/keys/:prefix` for one step of a path, `/model/:id*` for the rest of it. */
  readonly path: string;
  /** Shows or changes the server itself: for this machine, or whoever holds the server's admin key. */
  readonly isAdmin?: boolean | undefined;
  readonly handle: (visit: Visit) => Response | Promise<Response>;
}

/** A request for a route. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  /** What the pattern's names stand for, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly identity: Identity;
}
