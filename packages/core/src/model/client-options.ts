import type { ChatModel } from './chat-request.ts';
import type { Fetch } from './http.ts';

/** How a client is set up. */
export interface HermesOptions {
  /** The host's key, sent as `Authorization: Bearer …` and kept out of everything else. */
  apiKey?: string | undefined;
  /**
   * Where the host's API begins, version included.
   *
   * @defaultValue `https://api.aimlapi.com/v1`
   */
  baseURL?: string | undefined;
  /**
   * The model to ask when a call names none.
   *
   * @defaultValue `nousresearch/hermes-4-405b`
   */
  model?: ChatModel | undefined;
  /**
   * Sends the requests: your own agent, proxy or recorder, or a local server's `fetch`.
   *
   * @defaultValue the global `fetch`
   */
  fetch?: Fetch | undefined;
  /** Headers sent with each request; a header given here wins over the client's own. */
  defaultHeaders?: Readonly<Record<string, string>> | undefined;
  /**
   * The most bytes that one event of a stream, or one JSON answer, may have.
   *
   * @defaultValue 67,108,864 (64 MiB)
   */
  maxResponseBytes?: number | undefined;
}

/** What can be set for one call. */
export interface RequestOptions {
  /** Stops the call; the promise then rejects with this signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Headers for this call; they win over the client's. */
  headers?: Readonly<Record<string, string>> | undefined;
}
