import { readErrorAnswer } from '../decode/error-answer.ts';
import { encodeRequest } from '../encode/encode-request.ts';
import type { ChatCompletionCreateParams } from '../model/chat-request.ts';
import type { HttpResponse } from '../model/http.ts';
import { completeRequest } from '../request/complete-request.ts';
import { send } from '../transport/send.ts';
import { validateRequest } from '../validate/validate-request.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/** One call, as the rooms on the way out see it. */
export interface Call {
  readonly params: ChatCompletionCreateParams;
  readonly stream: boolean;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Walks the row up to the answer's headers: request, validate, encode, transport. */
export async function respond(call: Call, options: ResolvedOptions): Promise<HttpResponse> {
  const { model, fetch } = options;
  const request = validateRequest(completeRequest(call.params, { model, stream: call.stream }));
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
