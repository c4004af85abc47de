import { createChat, createHermes, indexedDbStorage } from '@hermes4/browser/react';
import { createRoot } from 'react-dom/client';
import { ChatPage } from './chat-page.tsx';
import { setTheme } from './set-theme.ts';

// The relay on the page's own origin holds the key; the page gets tickets that end by themselves.
const chat = createChat({
  hermes: createHermes({ ticket: { url: '/tickets' } }),
  persist: indexedDbStorage({ name: 'chat-page' }),
  params: { reasoning: true },
  tools: [setTheme],
});

createRoot(document.querySelector('#chat') as Element).render(<ChatPage chat={chat} />);
