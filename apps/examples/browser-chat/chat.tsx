import { createChat, createHermes, textOf, useChat } from '@hermes4/browser/react';
import type { SyntheticEvent, ReactNode } from 'react';

// A relay on the page's own origin, such as @hermes4/server, holds the key.
export const chat = createChat({ hermes: createHermes({ ticket: { url: '/tickets' } }) });

export function Chat(): ReactNode {
  const { messages, status, error, send, stop } = useChat(chat);

  function submit(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    void send(new FormData(event.currentTarget).get('text') as string);
  }

  return (
    <form onSubmit={submit}>
      {messages.map((message) => (
        <p key={message.id}>{textOf(message)}</p>
      ))}
      {error && <p role="alert">{error.message}</p>}
      <input name="text" aria-label="Message" />
      {status === 'idle' ? <button>Send</button> : <button onClick={stop}>Stop</button>}
    </form>
  );
}
