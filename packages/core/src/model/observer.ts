import type { HermesError } from '../errors/hermes-error.ts';
import type { Warning } from './warning.ts';

/** An attempt that is about to be sent. */
export interface AttemptEvent {
  /** Which attempt of its call it is, from 1. */
  readonly attempt: number;
  /** The HTTP method. */
  readonly method: string;
  /** Where it goes, without the query. */
  readonly url: string;
}

/** The head of an answer. */
export interface ResponseEvent extends AttemptEvent {
  /** The HTTP status. */
  readonly status: number;
  /** The host's own id for the call, if it told one. */
  readonly requestId: string | undefined;
  /** How long the attempt waited for it, in milliseconds. */
  readonly headersMs: number;
}

/** A failed attempt that will be followed by another. */
export interface RetryEvent {
  /** Which attempt failed, from 1. */
  readonly attempt: number;
  /** How long the client waits before the next, in milliseconds. */
  readonly delayMs: number;
  /** Why it failed. */
  readonly error: HermesError;
}

/**
 * Is told what happens, and changes nothing: what it returns is ignored. When it throws, the call goes on
 * and the error is reported as uncaught, so that it does not vanish. Nothing it is told holds a key, a
 * header or the conversation.
 */
export interface Observer {
  /** An attempt is about to be sent. */
  onAttempt?(event: AttemptEvent): void;
  /** The headers of an answer have arrived, whatever its status. */
  onResponse?(event: ResponseEvent): void;
  /** An attempt has failed and another will follow. */
  onRetry?(event: RetryEvent): void;
  /** Something was noticed that does not stop the call. */
  onWarning?(warning: Warning): void;
  /** The call has failed, and `error` is what its caller gets. An abort is no failure. */
  onFailure?(error: HermesError): void;
}
