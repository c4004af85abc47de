import type { HostProfile } from '@hermes4/core';
import {
  compileForHost,
  isRecord,
  type NormalizeContext,
  secretsOf,
  type WireChatRequest,
} from '@hermes4/core/internal';
import type { EngineExchange } from '../engine.ts';
import { readContext } from './read-context.ts';
import type { Relay } from './resolve-relay.ts';

/** One call, as it goes to the upstream and as its answer is to be read. */
export interface PlannedCall {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  /** What no answer may repeat. */
  readonly secrets: readonly string[];
  /** The caller's name of the model and the upstream's, where they differ. */
  readonly renamed: { readonly caller: string; readonly upstream: string } | undefined;
  /** How the answer is to be read, when it is to be repaired. */
  readonly repair: NormalizeContext | undefined;
}

/** The caller's headers that go up; the rest may carry keys, cookies, or the caller's address. */
const PASSED_UP = ['accept', 'x-client-request-id', 'traceparent', 'tracestate'];

/** Decides what goes up. The body is the caller's own text unless something in it has to change. */
export function planCall(exchange: EngineExchange, relay: Relay): PlannedCall {
  const { request, headers: given } = exchange;
  const headers = new Headers();
  const passed = relay.forwardCallerKey ? [...PASSED_UP, 'authorization'] : PASSED_UP;
  for (const name of passed) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  for (const [name, value] of relay.headers) headers.set(name, value);
  // Compressing a stream holds its events back; browsers do not let this header be set.
  headers.set('accept-encoding', 'identity');
  const name = relay.models.get(request.model);
  return {
    url: relay.url,
    headers,
    body: bodyOf(exchange, name, relay),
    secrets: [...relay.secrets, ...secretsOf(headers)],
    renamed: name === undefined ? undefined : { caller: request.model, upstream: name },
    repair: relay.repair && readContext(request, relay.repair.opensThinking),
  };
}

function bodyOf({ request, text }: EngineExchange, name: string | undefined, relay: Relay): string {
  if (relay.host && relay.repair) {
    const model = name ?? request.model;
    return JSON.stringify(
      compileForHost({ ...asAsked(request, relay.host), model }, relay.host, ignore),
    );
  }
  if (name === undefined) return text;
  const body: unknown = JSON.parse(text);
  return JSON.stringify(isRecord(body) ? { ...body, model: name } : body);
}

/** Thinking, asked for in the way of the model's template, in the way that every host can be told. */
function asAsked(
  request: WireChatRequest,
  { extraParameters = [] }: HostProfile,
): Parameters<typeof compileForHost>[0] {
  const { chat_template_kwargs: template, ...rest } = request as WireChatRequest & {
    chat_template_kwargs?: unknown;
  };
  const thinking = isRecord(template) ? template['thinking'] : undefined;
  if (extraParameters.includes('chat_template_kwargs') || typeof thinking !== 'boolean') {
    return request;
  }
  return { reasoning: thinking, ...rest };
}

/** A warning says what a host cannot do; to a caller who speaks to any host, that is no news. */
function ignore(): void {
  return undefined;
}
