import { createHermes, type Hermes } from '@hermes4/core';
import type { Operation, Request } from '../field.ts';
import { clientArguments, clientCall } from '../samples/client-calls.ts';

/**
 * What the client says against a request, before anything is sent: it is asked to make the call, over a `fetch` that goes
 * nowhere.
 *
 * @returns Nothing for a request that the client would send.
 */
export async function findFault(
  operation: Operation,
  request: Request,
): Promise<string | undefined> {
  let sent = 0;
  const hermes = createHermes({
    apiKey: 'never-sent',
    maxRetries: 0,
    fetch: () => {
      sent += 1;
      return Promise.reject(new TypeError('Nothing is sent while a request is checked.'));
    },
  });
  try {
    await call(hermes, operation, request);
  } catch (error) {
    return sent > 0 ? undefined : (error as Error).message;
  }
  return undefined;
}

async function call(hermes: Hermes, operation: Operation, request: Request): Promise<void> {
  const names = clientCall(operation).method.split('.');
  const name = names.pop() ?? '';
  const room = names.reduce<unknown>((at, one) => (at as Record<string, unknown>)[one], hermes);
  const method = (room as Record<string, (...args: unknown[]) => unknown>)[name];
  const answer = await method?.(...clientArguments(operation, request));
  // A stream begins when it is read.
  for await (const _ of request.body?.['stream'] === true ? (answer as AsyncIterable<unknown>) : [])
    return;
}
