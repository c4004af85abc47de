import type { Json } from './wire.ts';

type Fields = Readonly<Record<string, Json>>;

/** The value at a path, or `undefined` as soon as there is none. */
export function at(value: Json, ...path: readonly (string | number)[]): Json {
  let found: Json = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Fields)[key];
  }
  return found;
}

/** Whether there is a value at a path; `null` is none. */
export function has(value: Json, ...path: readonly (string | number)[]): boolean {
  const found = at(value, ...path);
  return found !== undefined && found !== null;
}

/** The list at a path; empty when there is none. */
export function listAt(value: Json, ...path: readonly (string | number)[]): readonly Json[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The text at a path; empty when there is none. */
export function textAt(value: Json, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** The answer's text, from a whole completion; some hosts send it as a list of parts. */
export function contentOf(completion: Json): string {
  const path = ['choices', 0, 'message', 'content'] as const;
  return (
    textAt(completion, ...path) ||
    listAt(completion, ...path)
      .map((part) => textAt(part, 'text'))
      .join('')
  );
}

/** Whether a completion says that its limit of tokens ended it, in any of the words that are used for that. */
export function isCutShort(completion: Json): boolean {
  return ['length', 'max_tokens'].includes(textAt(completion, 'choices', 0, 'finish_reason'));
}

/** The answer's text, from the chunks of a stream. */
export function streamedContent(chunks: readonly Json[]): string {
  return chunks.map((chunk) => textAt(chunk, 'choices', 0, 'delta', 'content')).join('');
}

/** Why a stream says that it ended; `undefined` when it does not. */
export function streamedFinish(chunks: readonly Json[]): string | undefined {
  return chunks.map((chunk) => textAt(chunk, 'choices', 0, 'finish_reason')).findLast(Boolean);
}

/** What a host says about its refusal, in one line. */
export function refusalOf({
  status,
  text,
  json,
}: {
  status: number;
  text: string;
  json: Json;
}): string {
  const said =
    textAt(json, 'message') ||
    textAt(json, 'error', 'message') ||
    textAt(json, 'error') ||
    textAt(json, 'detail') ||
    text.replace(/<[^>]*>/g, ' ');
  return `${status} ${shorten(said.replace(/\s+/g, ' ').trim())}`.trim();
}

/** The beginning of a text that is too long for a line. */
export function shorten(text: string, length = 90): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** A request of one user message. */
export function asking(content: string, params: object = {}): object {
  return { messages: [{ role: 'user', content }], ...params };
}
