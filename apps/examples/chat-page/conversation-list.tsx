import type { UseChat } from '@hermes4/browser/react';
import type { ReactNode } from 'react';

/** Everything that was talked about, to open or to remove; on a narrow page, behind a button. */
export function ConversationList({ chat }: { readonly chat: UseChat }): ReactNode {
  const { conversations, conversationId } = chat;
  return (
    <nav id="conversations" popover="auto" aria-label="Conversations">
      <button
        type="button"
        className="new"
        popoverTarget="conversations"
        popoverTargetAction="hide"
        onClick={chat.newConversation}
      >
        New conversation
      </button>
      <ul>
        {conversations.map(({ id, title }) => (
          <li key={id} aria-current={id === conversationId}>
            <button
              type="button"
              className="open"
              popoverTarget="conversations"
              popoverTargetAction="hide"
              onClick={() => void chat.open(id)}
            >
              {title}
            </button>
            <button
              type="button"
              className="remove"
              aria-label={`Remove “${title}”`}
              onClick={() => void chat.remove(id)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
