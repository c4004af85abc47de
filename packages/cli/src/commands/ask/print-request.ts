import type { HttpRequest, Interceptor } from '@hermes4/node';
import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { openClient } from '../../open-client.ts';
import { createPrinter } from '../../talk/printer.ts';
import type { AskOptions } from './ask-options.ts';
import type { Request } from './request.ts';

const UNSENT = 'This request is shown, not sent.';

/** Prints the request that would be sent, without its key; nothing is sent, and no key is needed. */
export async function printRequest(
  { params, format }: Request,
  { json, local }: AskOptions,
  context: Context,
): Promise<number> {
  let sent: HttpRequest | undefined;
  const keep: Interceptor = () => (request) => {
    sent ??= request;
    return Promise.reject(new Error(UNSENT));
  };
  const unsent = { fetch: () => Promise.reject(new Error(UNSENT)), interceptors: [keep] };
  const client = await openClient(context, {
    isLocal: local,
    options: { ...unsent, maxRetries: 0 },
  });
  const { completions } = client.hermes.chat;
  const call = format
    ? completions.parse({ ...params, response_format: format })
    : json
      ? completions.create({ ...params, stream: false })
      : completions.stream(params).finalCompletion();
  try {
    await call;
  } catch (error) {
    // What is wrong with the request itself stands before it could be sent.
    if ((sent as HttpRequest | undefined) === undefined) throw error;
  } finally {
    await client.close();
  }
  if (!sent) throw new TypeError('The request was never made.');
  await createPrinter(context.io.stdout).print(`${JSON.stringify(shown(sent), null, 2)}\n`);
  return EXIT.ok;
}

function shown({ method, url, headers, body = 'null' }: HttpRequest): object {
  const { authorization, ...others } = headers;
  return {
    method,
    url,
    headers: { ...others, ...(authorization !== undefined && { authorization: 'Bearer [key]' }) },
    body: JSON.parse(body) as unknown,
  };
}
