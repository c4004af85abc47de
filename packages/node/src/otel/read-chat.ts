import type { HttpRequest } from '@hermes4/core';
import { isRecord } from '@hermes4/core/internal';

type Fields = Readonly<Record<string, unknown>>;

/** What was asked of a model, by whatever has written the request. */
export interface AskedChat {
  readonly model: string;
  readonly isStream: boolean;
  readonly messages: readonly Fields[];
  /** The functions that the model may call. */
  readonly functions: readonly Fields[];
  /** All that was sent. */
  readonly body: Fields;
}

/** Reads a request; `undefined` when it asks nothing of a model. */
export function readChat({ method, url, body }: HttpRequest): AskedChat | undefined {
  if (method !== 'POST' || !new URL(url).pathname.endsWith('/chat/completions')) return undefined;
  const sent = readJson(body);
  if (!isRecord(sent)) return undefined;
  return {
    model: String(sent['model']),
    isStream: sent['stream'] === true,
    messages: recordsIn(sent['messages']),
    functions: recordsIn(sent['tools'])
      .map((tool) => tool['function'])
      .filter(isRecord),
    body: sent,
  };
}

/** Callers can switch the validator off, and interceptors can write what they like. */
export function recordsIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The value of a JSON text; `undefined` for any other. */
export function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
