import type { Hermes, HermesOptions, HttpRequest, Interceptor } from '@hermes4/node';
import type { Context } from '../command.ts';
import { openClient } from '../open-client.ts';

const UNSENT = 'This request is shown, not sent.';

/** A request as it would travel, without its key. */
export interface CapturedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Makes a call up to the point where it would be sent; no key is needed.
 *
 * @param call What would send it.
 * @throws What is wrong with the request itself.
 */
export async function captureRequest(
  context: Context,
  isLocal: boolean | undefined,
  call: (hermes: Hermes) => Promise<unknown>,
): Promise<CapturedRequest> {
  const captured: HttpRequest[] = [];
  const keep: Interceptor = () => (request) => {
    captured.push(request);
    return Promise.reject(new Error(UNSENT));
  };
  const options: HermesOptions = {
    fetch: () => Promise.reject(new Error(UNSENT)),
    interceptors: [keep],
    maxRetries: 0,
  };
  const client = await openClient(context, { isLocal, options });
  try {
    await call(client.hermes);
  } catch (error) {
    // What is wrong with the request is found before it could be sent.
    if (captured.length === 0) throw error;
  } finally {
    await client.close();
  }
  const [request] = captured;
  if (!request) throw new TypeError('The call sent no request.');
  return shown(request);
}

function shown({ method, url, headers, body = '{}' }: HttpRequest): CapturedRequest {
  const { authorization, ...others } = headers;
  return {
    method,
    url,
    headers: { ...others, ...(authorization !== undefined && { authorization: 'Bearer [key]' }) },
    body: JSON.parse(body) as CapturedRequest['body'],
  };
}
