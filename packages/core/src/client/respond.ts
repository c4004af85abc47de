import { readErrorAnswer } from '../decode/error-answer.ts';
import { compileForHost } from '../encode/compile-for-host.ts';
import { encodeRequest } from '../encode/encode-request.ts';
import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { ToolMode } from '../model/client-options.ts';
import type { HttpResponse } from '../model/http.ts';
import { completeRequest } from '../request/complete-request.ts';
import { send } from '../transport/send.ts';
import { validateRequest } from '../validate/validate-request.ts';
import { type ResolvedOptions, withToolMode } from './resolve-options.ts';

/** One call, as the rooms on the way out see it. */
export interface Call {
  readonly params: ChatCompletionCreateParams;
  readonly stream: boolean;
  readonly toolMode?: ToolMode | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Walks the row up to the answer's headers: request, validate, encode, transport. */
export async function respond(call: Call, options: ResolvedOptions): Promise<HttpResponse> {
  const { model, fetch, strict, warn } = options;
  const host = withToolMode(options.host, call.toolMode);
  const complete = completeRequest(call.params, { model, stream: call.stream });
  const request = compileForHost(
    strict ? validateRequest(complete, host.extraParameters ?? [], warn) : complete,
    host,
    warn,
  );
  const response = await send(
    encodeRequest('/chat/completions', request, {
      ...options,
      headers: call.headers,
      signal: call.signal,
    }),
    fetch,
  );
  if (response.status >= 200 && response.status < 300) return response;
  throw await readErrorAnswer(response);
}
