import type { Origin } from '../model/notes.ts';
import { addDetails } from './reasoning-details.ts';
import { createToolCalls } from './tool-calls.ts';

type Fields = Record<string, unknown>;

/** What one message holds besides text: its tool calls, and the details of its reasoning. */
export interface BeyondText {
  /**
   * Takes in a field of a delta; `false` when it is any other.
   *
   * @param origin Where its tool calls were found; `native` when left out.
   */
  add(name: string, value: unknown, origin: Origin | undefined): boolean;
  /** The fields of the message so far. */
  snapshot(): Fields;
}

/** Starts with nothing but text. */
export function createBeyondText(): BeyondText {
  const toolCalls = createToolCalls();
  const details: Fields[] = [];

  return { add, snapshot };

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
}
