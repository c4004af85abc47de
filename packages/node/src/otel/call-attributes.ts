import { hostProfiles } from '@hermes4/core';
import type { Attributes } from '@opentelemetry/api';
import { known } from './known.ts';

/** What a span and its measurements say of every call. */
export function callAttributes(
  url: URL,
  model: string,
  provider: string = providerOf(url),
): Attributes {
  return {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': provider,
    'gen_ai.request.model': model,
    'server.address': url.hostname,
    'server.port': Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
  };
}

/** What a span says besides of what was asked, without its words. */
export function parameterAttributes(given: Readonly<Record<string, unknown>>): Attributes {
  const { stop, n, response_format: format } = given;
  return known({
    'gen_ai.request.stream': given['stream'] === true ? true : undefined,
    'gen_ai.request.choice.count': n === 1 ? undefined : numberIn(n),
    'gen_ai.request.max_tokens': numberIn(given['max_tokens'] ?? given['max_completion_tokens']),
    'gen_ai.request.temperature': numberIn(given['temperature']),
    'gen_ai.request.top_p': numberIn(given['top_p']),
    'gen_ai.request.top_k': numberIn(given['top_k']),
    'gen_ai.request.frequency_penalty': numberIn(given['frequency_penalty']),
    'gen_ai.request.presence_penalty': numberIn(given['presence_penalty']),
    'gen_ai.request.seed': numberIn(given['seed']),
    'gen_ai.request.stop_sequences': stopsIn(stop),
    'gen_ai.output.type': outputIn(format),
  });
}

function providerOf({ origin, hostname }: URL): string {
  const known = Object.entries(hostProfiles).find(
    ([, { baseURL }]) => new URL(baseURL).origin === origin,
  );
  return known?.[0] ?? hostname;
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function stopsIn(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : undefined;
}

function outputIn(format: unknown): string | undefined {
  const type = (format as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string') return undefined;
  return type.startsWith('json') ? 'json' : 'text';
}
