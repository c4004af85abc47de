/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** One HTTP answer whose body is still on the wire. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The next piece of the body as the network brought it, or `undefined` at its end. */
  read(): Promise<Uint8Array | undefined>;
  /** Lets go of whatever is left of the body, so that its connection is free again. */
  discard(): Promise<void>;
}

/** The one function of the platform that the client calls: the standard `fetch`. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;
