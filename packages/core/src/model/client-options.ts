import type { ChatModel } from './chat-request.ts';
import type { HostName, HostProfile } from './host-profile.ts';
import type { Fetch } from './http.ts';
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
}

/** What can be set for one call. */
export interface RequestOptions {
  /** How the model is told of its tools, for this call. */
  toolMode?: ToolMode | undefined;
  /** Stops the call; the promise then rejects with this signal's own reason. */
  signal?: AbortSignal | undefined;
  /** Headers for this call; they win over the client's. */
  headers?: Readonly<Record<string, string>> | undefined;
}
