import type { Chat, ChatOptions } from './chat.ts';
import { childrenOf } from './conversation.ts';
import { unfit } from './create-thread.ts';
import { createWorkspace, FIRST_SNAPSHOT } from './create-workspace.ts';
import { hasContent } from './has-content.ts';
import type { ChatContent } from './message.ts';

/**
 * Makes a chat, for any way of drawing a page. It does nothing before it is first used, so it can be made where
 * a page is rendered on a server.
 *
 * @param options All optional; see each for its default.
 * @throws HermesError `invalid_options` from `edit()`, `regenerate()`, `branches()` and `switchBranch()` for a
 *   message that is not there.
 * @example
 * ```ts
 * import { createChat, indexedDbStorage, textOf } from '@hermes4/browser';
 *
 * const chat = createChat({ persist: indexedDbStorage({ name: 'my-chat' }) });
 * chat.subscribe(() => {
 *   const { messages, status, error } = chat.getSnapshot();
 *   document.body.innerText = [...messages.map(textOf), error?.message ?? status].join('\n');
 * });
 * await chat.send('Hello');
 * ```
 */
export function createChat(options: ChatOptions = {}): Chat {
  const workspace = createWorkspace(options);
  const { thread, answering, changed, begin, whenLoaded, withStored, stop } = workspace;
  return {
    subscribe: workspace.subscribe,
    getSnapshot: workspace.getSnapshot,
    getServerSnapshot: () => FIRST_SNAPSHOT,
    send: (content) => whenLoaded(() => say(content, () => thread.tree().leafId)),
    stop,
    regenerate,
    retry: () => (answering.status() === 'error' ? regenerate() : Promise.resolve()),
    edit: (messageId, content) => whenLoaded(() => say(content, () => parentOfSaid(messageId))),
    branches: (messageId) => {
      const ids = childrenOf(thread.tree(), thread.find(messageId).parentId).map(({ id }) => id);
      return { ids, index: ids.indexOf(messageId) };
    },
    switchBranch: (messageId) => {
      const { id } = thread.find(messageId);
      answering.leave();
      thread.show(id);
      changed();
    },
    approve: (callId) => answering.decide(callId),
    deny: (callId, reason = 'The user did not approve this call.') =>
      answering.decide(callId, reason),
    newConversation: begin,
    open: (id) => withStored(({ openStored }) => openStored(workspace, id)),
    rename: (id, title) => withStored(({ renameStored }) => renameStored(workspace, id, title)),
    remove: (id) => withStored(({ removeStored }) => removeStored(workspace, id)),
  };

  function say(content: ChatContent, parentId: () => string | undefined): Promise<void> {
    answering.stop();
    return answering.answer(thread.say(content, parentId()).id);
  }

  function parentOfSaid(messageId: string): string | undefined {
    const { role, parentId } = thread.find(messageId);
    if (role === 'user') return parentId;
    throw unfit(`Message ${messageId} is an answer: regenerate() makes another.`);
  }

  function regenerate(messageId?: string): Promise<void> {
    return whenLoaded(() => {
      answering.stop();
      const id = messageId ?? thread.tree().leafId;
      if (id === undefined) return;
      const message = thread.find(id);
      if (message.role === 'user') return answering.answer(id);
      const isVoid = message.state !== 'complete' && !hasContent(message);
      return answering.answer(message.parentId, isVoid ? message : undefined);
    });
  }
}
