import type { ChatCompletion } from '../model/chat-completion.ts';
import type { RequestFacts } from '../model/request-facts.ts';

/**
 * Makes an answer that has arrived ready for the caller: with what is known of its request, beside its
 * enumerable fields so that it is neither sent nor stored by accident.
 */
export function seal(
  completion: ChatCompletion,
  facts: (completion: ChatCompletion) => RequestFacts,
): ChatCompletion {
  let known: RequestFacts | undefined;
  // Few callers ask for it, and putting it together costs as much as a small answer does.
  return Object.defineProperty(completion, '_request', {
    get: () => (known ??= facts(completion)),
  });
}
