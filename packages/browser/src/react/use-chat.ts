import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Chat, ChatOptions, ChatSnapshot } from '../chat/chat.ts';
import { createChat } from '../chat/create-chat.ts';

/** What a chat shows, and everything that can be done with it. */
export interface UseChat
  extends ChatSnapshot,
    Omit<Chat, 'subscribe' | 'getSnapshot' | 'getServerSnapshot'> {}

/**
 * Shows a chat in a component, which is drawn again at most once a frame while an answer streams.
 *
 * @param source A chat made with `createChat()`, to share one between components or to outlive them; or how to make
 *   one that belongs to the component. Options are read once, and the answer that is on its way is stopped when
 *   the component goes.
 * @example
 * ```tsx
 * import { textOf, useChat } from '@hermes4/browser/react';
 *
 * export function Chat() {
 *   const { messages, status, error, send, stop, retry } = useChat({});
 *   const submit = (event: React.FormEvent<HTMLFormElement>) => {
 *     event.preventDefault();
 *     void send(String(new FormData(event.currentTarget).get('text')));
 *   };
 *   return (
 *     <form onSubmit={submit}>
 *       {messages.map((message) => <p key={message.id}>{textOf(message)}</p>)}
 *       {error && <button type="button" onClick={() => void retry()}>{error.message} Try again?</button>}
 *       <input name="text" />
 *       {status === 'streaming' && <button type="button" onClick={stop}>Stop</button>}
 *     </form>
 *   );
 * }
 * ```
 */
export function useChat(source: Chat | ChatOptions = {}): UseChat {
  const [own] = useState(() => (isChat(source) ? undefined : createChat(source)));
  const chat = isChat(source) ? source : (own as Chat);
  const snapshot = useSyncExternalStore(chat.subscribe, chat.getSnapshot, chat.getServerSnapshot);
  useEffect(() => () => own?.stop(), [own]);
  return useMemo(() => {
    const { subscribe: _, getSnapshot: __, getServerSnapshot: ___, ...commands } = chat;
    return { ...snapshot, ...commands };
  }, [chat, snapshot]);
}

function isChat(source: Chat | ChatOptions): source is Chat {
  return 'getSnapshot' in source;
}
