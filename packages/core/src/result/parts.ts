import type { ChatCompletionChunk, ChatCompletionChunkDelta } from '../model/chat-completion.ts';
import type { Origin } from '../model/notes.ts';
import type { Warning } from '../model/warning.ts';
import { notesOf } from '../primitives/notes.ts';

/** A piece of the answer's text. */
export interface TextDeltaPart {
  /** Tells the parts apart. */
  type: 'text-delta';
  /** The text to append. */
  text: string;
  /** Where it was found: text always where the host puts text. */
  origin: 'native';
}

/** A piece of what the model thought before it answered. */
export interface ReasoningDeltaPart {
  /** Tells the parts apart. */
  type: 'reasoning-delta';
  /** The text to append. */
  text: string;
  /**
   * Where it was found: in a field of its own (`native`), between `<think>` tags in the text (`inline`), or
   * before a `</think>` whose opener stood in the prompt (`recovered`).
   */
  origin: Origin;
  /**
   * Set when this is all the text so far, which was given as text before its `</think>` came: take that
   * back.
   */
  replacesText?: true | undefined;
}

/** A piece of a tool call. */
export interface ToolCallDeltaPart {
  /** Tells the parts apart. */
  type: 'tool-call-delta';
  /** Which call of the message this piece belongs to, from 0. */
  index: number;
  /** The call's id, with the first piece. */
  id?: string | undefined;
  /** The tool's name, with the first piece. */
  name?: string | undefined;
  /** The text to append to the call's arguments. */
  arguments: string;
  /**
   * Where it was found: in a field of its own (`native`), between `<tool_call>` tags in the text (`inline`),
   * or there and not quite JSON (`recovered`).
   */
  origin: Origin;
}

/** Something that was noticed in the answer and did not stop it, such as a tool call that cannot be read. */
export interface WarningPart {
  /** Tells the parts apart. */
  type: 'warning';
  /** What was noticed. */
  warning: Warning;
}

/** Why the answer ended. */
export interface FinishPart {
  /** Tells the parts apart. */
  type: 'finish';
  /** `stop`, `length`, `tool_calls`, `content_filter`, or the host's own word. */
  finish_reason: string;
}

/** One part of a streamed answer. */
export type ChatStreamPart =
  | TextDeltaPart
  | ReasoningDeltaPart
  | ToolCallDeltaPart
  | WarningPart
  | FinishPart;

/** Adds the parts that a delta brings. */
export type AddParts = (parts: ChatStreamPart[], delta: ChatCompletionChunkDelta) => void;

/**
 * The parts that chunks bring, in order, of the first choice: this API returns one.
 *
 * @param addParts Reads their deltas; left out when all that they can bring is text.
 */
export function partsOf(
  chunks: readonly ChatCompletionChunk[],
  addParts: AddParts = addText,
): ChatStreamPart[] {
  const parts: ChatStreamPart[] = [];
  for (const chunk of chunks) {
    for (const { index, delta, finish_reason } of chunk.choices) {
      if (index !== 0) continue;
      if (delta) addParts(parts, delta);
      if (finish_reason) parts.push({ type: 'finish', finish_reason });
    }
    for (const warning of notesOf(chunk)?.warnings ?? []) parts.push({ type: 'warning', warning });
  }
  return parts;
}

/** Adds the text of a delta. */
export function addText(parts: ChatStreamPart[], { content }: ChatCompletionChunkDelta): void {
  if (content) parts.push({ type: 'text-delta', text: content, origin: 'native' });
}
