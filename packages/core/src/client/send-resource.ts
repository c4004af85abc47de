import type { RequestOptions } from '../model/client-options.ts';
import type { HttpRequest, HttpResponse } from '../model/http.ts';
import { complete } from './complete.ts';
import { openExchange } from './open-exchange.ts';
import type { ResolvedOptions } from './resolve-options.ts';

const NOT_MODIFIED = 304;

/** The one place where a request that is no chat leaves the client; `read` takes an answer that is good. */
export function sendResource<Answer>(
  request: HttpRequest,
  options: RequestOptions,
  client: ResolvedOptions,
  read: (response: HttpResponse) => Promise<Answer>,
): Promise<Answer> {
  // What is made twice, such as a key, is worse than an error; anything else may be asked again.
  const maxRetries = options.maxRetries ?? (request.method === 'POST' ? 0 : undefined);
  const call = {
    options: { ...options, maxRetries, budget: undefined },
    stream: false,
    request: () => request,
    accepts: (status: number) => status === NOT_MODIFIED,
  };
  return complete(openExchange(call, { ...client, budget: undefined }), read);
}
