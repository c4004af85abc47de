import type { ChatMessage } from './message.ts';

/** Whether there is anything in a message that somebody may want to keep. */
export function hasContent(message: ChatMessage): boolean {
  return (
    message.role === 'user' ||
    message.steps.some(
      ({ text, reasoning, toolCalls }) => text !== '' || reasoning !== '' || toolCalls.length > 0,
    )
  );
}
