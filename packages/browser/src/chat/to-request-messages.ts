import type { ChatCompletionMessageInput } from '@hermes4/core';
import type { AnswerStep, ChatMessage } from './message.ts';

/** What one turn of the model becomes. */
export type StepMessages = (step: AnswerStep) => readonly ChatCompletionMessageInput[];

/** The conversation in the API's own messages. */
export function toRequestMessages(
  path: readonly ChatMessage[],
  ofStep: StepMessages = said,
): ChatCompletionMessageInput[] {
  return path.flatMap((message) =>
    message.role === 'assistant'
      ? message.steps.flatMap(ofStep)
      : [{ role: 'user' as const, content: message.content as string }],
  );
}

/** What was said in a turn that called nothing. */
function said({ text, reasoning }: AnswerStep): ChatCompletionMessageInput[] {
  if (text === '') return [];
  // Core decides whether the host gets to see the reasoning again.
  const thought = reasoning !== '' && { reasoning_content: reasoning };
  return [{ role: 'assistant', content: text, ...thought }];
}
