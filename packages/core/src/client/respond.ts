import { compileForHost } from '../encode/compile-for-host.ts';
import { encodeRequest } from '../encode/encode-request.ts';
import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HttpRequest } from '../model/http.ts';
import { completeRequest } from '../request/complete-request.ts';
import { validateRequest } from '../validate/validate-request.ts';
import { openExchange } from './open-exchange.ts';
import { type ResolvedOptions, withToolMode } from './resolve-options.ts';

/** One call, as the rooms on the way out see it. */
export interface Call extends RequestOptions {
  /** Writes the parameters; runs once, when the call begins. */
  readonly params: () => ChatCompletionCreateParams | Promise<ChatCompletionCreateParams>;
  readonly stream: boolean;
}

/** Prepares one chat call; its `respond()` walks the row up to the answer's headers. */
export function openChat(call: Call, client: ResolvedOptions): Exchange {
  return openExchange({ ...call, request: () => encodeChat(call, client) }, client);
}

/** Request, validate, encode. */
async function encodeChat(call: Call, client: ResolvedOptions): Promise<HttpRequest> {
  const { model, strict, warn } = client;
  const { stream, headers, clientRequestId } = call;
  const params = await call.params();
  const host = withToolMode(client.host, call.toolMode);
  const complete = completeRequest(params, { model, stream });
  const request = compileForHost(
    strict ? validateRequest(complete, host.extraParameters ?? [], warn) : complete,
    host,
    warn,
  );
  return encodeRequest('/chat/completions', request, { ...client, headers, clientRequestId });
}
