import type { Origin } from '../model/notes.ts';
import { isRecord } from '../primitives/is-record.ts';
import { append, copyFields } from './merge-fields.ts';
import { addDetails } from './reasoning-details.ts';
import { createToolCalls } from './tool-calls.ts';

type Fields = Record<string, unknown>;

/** What comes with one message besides text: its tool calls, the details of its reasoning, how likely its tokens were. */
export interface BeyondText {
  /**
   * Takes in a field of a delta; `false` when it is any other.
   *
   * @param origin Where its tool calls were found; `native` when left out.
   */
  add(name: string, value: unknown, origin: Origin | undefined): boolean;
  /** The fields of the message so far. */
  snapshot(): Fields;
  /** Takes in how likely tokens were; `false` when this is not said. */
  addLogprobs(value: unknown): boolean;
  /** How likely they were so far; `null` when nobody said so. */
  logprobs(): Fields | null;
}

/** Starts with nothing but text. */
export function createBeyondText(): BeyondText {
  const toolCalls = createToolCalls();
  const details: Fields[] = [];
  let likely: Fields | null = null;

  return { add, snapshot, addLogprobs, logprobs: () => likely && copyFields(likely) };

  function add(name: string, value: unknown, origin: Origin | undefined): boolean {
    if (!Array.isArray(value)) return false;
    if (name === 'tool_calls') toolCalls.add(value, origin);
    else if (name === 'reasoning_details') addDetails(details, value);
    else return false;
    return true;
  }

  function snapshot(): Fields {
    const calls = toolCalls.snapshot();
    const known: Fields = {};
    if (details.length > 0) known['reasoning_details'] = details.map((detail) => ({ ...detail }));
    if (calls.length > 0) known['tool_calls'] = calls;
    return known;
  }

  function addLogprobs(value: unknown): boolean {
    if (!isRecord(value)) return false;
    likely ??= {};
    for (const [name, tokens] of Object.entries(value)) append(likely, name, tokens);
    return true;
  }
}
