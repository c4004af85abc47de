import type { ChatCompletionChunk } from '../model/chat-completion.ts';

/** A piece of the answer's text. */
export interface TextDeltaPart {
  /** Tells the parts apart. */
  type: 'text-delta';
  /** The text to append. */
  text: string;
}

/** A piece of what the model thought before it answered. */
export interface ReasoningDeltaPart {
  /** Tells the parts apart. */
  type: 'reasoning-delta';
  /** The text to append. */
  text: string;
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
}

/** Why the answer ended. */
export interface FinishPart {
  /** Tells the parts apart. */
  type: 'finish';
  /** `stop`, `length`, `tool_calls`, `content_filter`, or the host's own word. */
  finish_reason: string;
}

/** One part of a streamed answer. */
export type ChatStreamPart = TextDeltaPart | ReasoningDeltaPart | ToolCallDeltaPart | FinishPart;

/** The parts that chunks bring, in order, of the first choice: this API returns one. */
export function partsOf(chunks: readonly ChatCompletionChunk[]): ChatStreamPart[] {
  const parts: ChatStreamPart[] = [];
  for (const chunk of chunks) {
    for (const { index, delta, finish_reason } of chunk.choices) {
      if (index !== 0) continue;
      if (delta?.reasoning_content) {
        parts.push({ type: 'reasoning-delta', text: delta.reasoning_content });
      }
      if (delta?.content) parts.push({ type: 'text-delta', text: delta.content });
      for (const call of delta?.tool_calls ?? []) {
        parts.push({
          type: 'tool-call-delta',
          index: call.index,
          id: call.id ?? undefined,
          name: call.function?.name ?? undefined,
          arguments: call.function?.arguments ?? '',
        });
      }
      if (finish_reason) parts.push({ type: 'finish', finish_reason });
    }
  }
  return parts;
}
