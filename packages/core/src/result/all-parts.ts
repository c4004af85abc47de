import type { ChatCompletionChunkDelta } from '../model/chat-completion.ts';
import { notesOf } from '../primitives/notes.ts';
import { addText, type ChatStreamPart } from './parts.ts';

/** Adds all that a delta can bring: reasoning, text, tool calls. */
export function addAllParts(parts: ChatStreamPart[], delta: ChatCompletionChunkDelta): void {
  const { reasoning_content, tool_calls } = delta;
  const notes = notesOf(delta);
  if (reasoning_content || notes?.moved) {
    const text = reasoning_content ?? '';
    const origin = notes?.reasoning ?? 'native';
    parts.push({
      type: 'reasoning-delta',
      text,
      origin,
      ...(notes?.moved && { replacesText: true }),
    });
  }
  addText(parts, delta);
  for (const call of tool_calls ?? []) {
    parts.push({
      type: 'tool-call-delta',
      index: call.index,
      id: call.id ?? undefined,
      name: call.function?.name ?? undefined,
      arguments: call.function?.arguments ?? '',
      origin: notes?.calls ?? 'native',
    });
  }
}
