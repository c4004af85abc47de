import { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletion, ChatCompletionChoice } from '../model/chat-completion.ts';

/**
 * Refuses an answer that was never begun.
 *
 * @throws HermesError `thinking_exhausted` when all of its tokens were thoughts.
 */
export function refuseThoughts(completion: ChatCompletion): void {
  const { choices } = completion;
  if (choices.length > 0 && choices.every((choice) => isOnlyThought(choice, completion))) {
    throw new HermesError(
      'The token limit was used up by thinking, before the answer. Raise max_tokens, limit the thinking, or ask without it. The thoughts are in `partial`.',
      { code: 'thinking_exhausted', requestId: completion._request?.id, partial: completion },
    );
  }
}

function isOnlyThought(
  { finish_reason, message }: ChatCompletionChoice,
  { usage }: ChatCompletion,
): boolean {
  if (finish_reason !== 'length' || message.content || message.tool_calls?.length) return false;
  return Boolean(message.reasoning_content || usage?.completion_tokens_details?.reasoning_tokens);
}
