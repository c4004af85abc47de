import type { WireChatRequest } from '@hermes4/core/internal';
import type { EngineExchange } from '../src/engine/engine.ts';
import { HELLO } from './calls.ts';

/** A call as the server hands it to an engine. */
export function exchangeOf(
  more: object = {},
  {
    headers = {},
    signal = new AbortController().signal,
  }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): EngineExchange {
  const body = { ...HELLO, ...more };
  return {
    request: body as WireChatRequest,
    text: JSON.stringify(body),
    headers: new Headers({ 'content-type': 'application/json', ...headers }),
    signal,
  };
}
