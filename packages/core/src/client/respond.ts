import { encodeRequest } from '../encode/encode-request.ts';
import type { ChatCompletionCreateParams, WireChatRequest } from '../model/chat-request.ts';
import type { RequestOptions } from '../model/client-options.ts';
import type { Exchange } from '../model/exchange.ts';
import type { HostProfile } from '../model/host-profile.ts';
import type { HttpRequest } from '../model/http.ts';
import { completeRequest } from '../request/complete-request.ts';
import { isPlainRequest } from '../validate/is-plain-request.ts';
import { loadPart } from './load-part.ts';
import { openExchange } from './open-exchange.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** One call, as the rooms on the way out see it. */
export interface ChatCall {
  /** Gives the parameters; runs once, when the call begins. */
  readonly params: () => ChatCompletionCreateParams | Promise<ChatCompletionCreateParams>;
  readonly stream: boolean;
  readonly options: RequestOptions;
}

/** Prepares one chat call; its `respond()` walks the row up to the answer's headers. */
export function openChat(call: ChatCall, client: ResolvedOptions): Exchange {
  const { stream, options } = call;
  return openExchange({ request: () => encodeChat(call, client), stream, options }, client);
}

/** Request, validate, encode: at once for text, else with what more there is to check and to say. */
function encodeChat(
  { params, stream, options }: ChatCall,
  client: ResolvedOptions,
): HttpRequest | Promise<HttpRequest> {
  const given = params();
  const host = client.host();
  return given instanceof Promise || host instanceof Promise
    ? Promise.all([given, host]).then((known) => compile(...known))
    : compile(given, host);

  function compile(
    given: ChatCompletionCreateParams,
    host: HostProfile,
  ): HttpRequest | Promise<HttpRequest> {
    const complete = completeRequest(given, { model: client.model ?? host.model, stream });
    if (!host.tokenLimit && isPlainRequest(complete)) return encode(complete, host);
    return loadPart(import('./compile-chat.ts'), 'requests').then(({ compileChat }) =>
      encode(compileChat(complete, host, client, options.toolMode), host),
    );
  }

  function encode(request: WireChatRequest, { baseURL }: HostProfile): HttpRequest {
    const url = `${client.baseURL ?? baseURL}/chat/completions`;
    return encodeRequest(url, request, client, options);
  }
}
