import { useCallback, useState } from 'react';
import type { ChatOptions } from '../chat/chat.ts';
import type { ChatStatus } from '../chat/chat-status.ts';
import type { ChatContent, ChatError } from '../chat/message.ts';
import { reasoningOf, textOf } from '../chat/text-of.ts';
import { memoryStorage } from '../storage/memory-storage.ts';
import { useChat } from './use-chat.ts';

/** One answer to one prompt. */
export interface UseCompletion {
  /** The answer as far as it has arrived. */
  readonly completion: string;
  /** What the model thought before it answered. */
  readonly reasoning: string;
  /** What is happening. */
  readonly status: ChatStatus;
  /** Why the answer failed, while `status` is `error`. */
  readonly error: ChatError | undefined;
  /** Asks, forgetting the answer before; resolves when the answer has ended, however it did. */
  readonly complete: (prompt: ChatContent) => Promise<void>;
  /** Ends the answer; what has arrived stays. */
  readonly stop: () => void;
}

/**
 * Asks for single answers, without a conversation.
 *
 * @param options As for `createChat()`; read once.
 */
export function useCompletion(
  options: Omit<ChatOptions, 'persist' | 'conversationId'> = {},
): UseCompletion {
  const [persist] = useState(() => memoryStorage({ maxConversations: 1 }));
  const { messages, status, error, newConversation, send, stop } = useChat({ ...options, persist });
  const complete = useCallback(
    (prompt: ChatContent) => {
      newConversation();
      return send(prompt);
    },
    [newConversation, send],
  );
  const answer = messages.at(1);
  return {
    completion: answer ? textOf(answer) : '',
    reasoning: answer ? reasoningOf(answer) : '',
    status,
    error,
    complete,
    stop,
  };
}
