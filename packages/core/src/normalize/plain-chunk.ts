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

/**
 * Whether a chunk is a plain one, as most are. Spelled out, because this is asked of every chunk, and
 * looking fields up by computed names would cost more than all the rest of the room.
 */
export function isPlain(value: unknown): value is PlainChunk {
  if (typeof value !== 'object' || value === null) return false;
  const { choices, error, object, usage } = value as Fields;
  if (!Array.isArray(choices) || choices.length > 1 || error || object === 'error') return false;
  if (usage !== undefined && usage !== null && !(isRecord(usage) && isCounted(usage))) return false;
  return choices.length === 0 || isPlainChoice(choices[0]);
}

function isPlainChoice(choice: unknown): boolean {
  if (typeof choice !== 'object' || choice === null) return false;
  const { index, delta, finish_reason, error } = choice as Fields;
  if (index !== 0 || error || !REASONS.includes(finish_reason)) return false;
  if (typeof delta !== 'object' || delta === null || Array.isArray(delta)) return false;
  const { content } = delta as Fields;
  const isText = typeof content === 'string' || content === null || content === undefined;
  return isText && hasOnlyText(delta as Fields);
}

/** Whether a delta tells of no reasoning and no calls. */
export function hasOnlyText(delta: Fields): boolean {
  return (
    isNothing(delta['reasoning_content']) &&
    isNothing(delta['reasoning']) &&
    isNothing(delta['reasoning_details']) &&
    isNothing(delta['thinking']) &&
    isNothing(delta['function_call']) &&
    isNoList(delta['tool_calls']) &&
    !Array.isArray(delta['content'])
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isNoList(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Whether all counts are numbers. */
function isCounted(usage: Fields): boolean {
  return Object.values(usage).every((value) =>
    isRecord(value) ? isCounted(value) : typeof value !== 'string',
  );
}
