import { isRecord } from '../primitives/is-record.ts';

type Fields = Record<string, unknown>;

/** A chunk in the normal form that brings no more than text, the end of it, and what it cost. */
export interface PlainChunk extends Fields {
  readonly choices: readonly PlainChoice[];
}

interface PlainChoice {
  readonly delta: { readonly content?: string | null };
  readonly finish_reason?: string | null;
}

/** The API's own reasons to end a text. */
const REASONS: readonly unknown[] = [undefined, null, 'stop', 'length', 'content_filter'];

/** Whether a chunk is a plain one, as most are. */
export function isPlain(value: unknown): value is PlainChunk {
  if (!isRecord(value)) return false;
  const { choices, error, object, usage } = value;
  if (!Array.isArray(choices) || choices.length > 1 || error || object === 'error') return false;
  if (usage !== undefined && usage !== null && !(isRecord(usage) && isCounted(usage))) return false;
  return choices.length === 0 || isPlainChoice(choices[0]);
}

function isPlainChoice(choice: unknown): boolean {
  if (!isRecord(choice)) return false;
  const { index, delta, finish_reason, logprobs, error } = choice;
  if (index !== 0 || error || logprobs || !REASONS.includes(finish_reason)) return false;
  return isRecord(delta) && hasOnlyText(delta);
}

/** Whether a delta tells of no reasoning, of no calls, and of nothing that is not known. */
export function hasOnlyText(delta: Fields): boolean {
  for (const name in delta) {
    if (name === 'role') continue;
    const value = delta[name];
    const isText = name === 'content' && typeof value === 'string';
    if (!isText && !isNothing(value)) return false;
  }
  return true;
}

function isNothing(value: unknown): boolean {
  return ((value ?? '') as { readonly length?: unknown }).length === 0;
}

/** Whether all counts are numbers, and none is of thoughts: who only thought has not answered. */
function isCounted(usage: Fields): boolean {
  if (usage['reasoning_tokens']) return false;
  return Object.values(usage).every((value) =>
    isRecord(value) ? isCounted(value) : typeof value !== 'string',
  );
}
