import { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletion, ChatCompletionChoice } from '../model/chat-completion.ts';
import type { RequestFacts } from '../model/request-facts.ts';

/**
 * Makes an answer that has arrived ready for the caller: with what is known of its request, beside its
 * enumerable fields so that it is neither sent nor stored by accident.
 *
 * @throws HermesError `thinking_exhausted` when all of its tokens were thoughts.
 */
export function seal(
  completion: ChatCompletion,
  facts: (completion: ChatCompletion) => RequestFacts,
): ChatCompletion {
  let known: RequestFacts | undefined;
  // Few callers ask for it, and putting it together costs as much as a small answer does.
  Object.defineProperty(completion, '_request', { get: () => (known ??= facts(completion)) });
  const { choices } = completion;
  if (choices.length > 0 && choices.every((choice) => isOnlyThought(choice, completion))) {
    throw new HermesError(
      'The token limit was used up by thinking, before the answer. Raise max_tokens, limit the thinking, or ask without it. The thoughts are in `partial`.',
      { code: 'thinking_exhausted', requestId: completion._request?.id, partial: completion },
    );
  }
  return completion;
}

function isOnlyThought(
  { finish_reason, message }: ChatCompletionChoice,
  { usage }: ChatCompletion,
): boolean {
  if (finish_reason !== 'length' || message.content || message.tool_calls?.length) return false;
  const counted = usage?.completion_tokens_details?.reasoning_tokens ?? 0;
  return counted > 0 || Boolean(message.reasoning_content);
}
