import { type Chat, useChat } from '@hermes4/browser/react';
import type { ReactNode } from 'react';
import { Composer } from './composer.tsx';
import { ConversationList } from './conversation-list.tsx';
import { Message } from './message.tsx';

/** The whole page: the conversations, the one that is open, and what to say next. */
export function ChatPage({ chat: source }: { readonly chat: Chat }): ReactNode {
  const chat = useChat(source);
  const { messages, status, error, storageError, isLoading, title } = chat;
  const isBusy = status !== 'idle' && status !== 'error';
  return (
    <div className="page">
      <ConversationList chat={chat} />
      <main>
        <header>
          <button
            type="button"
            className="menu"
            popoverTarget="conversations"
            aria-label="Conversations"
          >
            ☰
          </button>
          <h1>{title || 'Chat with Hermes 4'}</h1>
        </header>
        <div className="scroller">
          <div className="messages" role="log" aria-busy={isBusy} data-status={status}>
            {messages.map((message) => (
              <Message key={message.id} message={message} chat={chat} isBusy={isBusy} />
            ))}
            {messages.length === 0 && !isLoading && <Welcome />}
            {error && (
              <div className="notice" role="alert">
                <p>{error.message}</p>
                <button type="button" onClick={() => void chat.retry()}>
                  Try again
                </button>
              </div>
            )}
            {storageError && (
              <p className="notice" role="alert">
                Not kept: {storageError.message}
              </p>
            )}
          </div>
        </div>
        <Composer isBusy={isBusy} send={chat.send} stop={chat.stop} />
      </main>
    </div>
  );
}

function Welcome(): ReactNode {
  return (
    <section className="welcome">
      <h2>What is on your mind?</h2>
      <p>Conversations stay in this browser.</p>
    </section>
  );
}
