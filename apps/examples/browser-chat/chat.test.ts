import { createLocalServer } from '@hermes4/server';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('The chat in a page fetches a ticket, asks the relay with it, and keeps its answer', async () => {
  const relay = createLocalServer();
  const asked: string[] = [];
  vi.stubGlobal('location', { origin: 'http://localhost' });
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    const { pathname } = new URL(input, 'http://localhost');
    asked.push(pathname);
    if (pathname !== '/tickets') return relay.fetch(input, init);
    const expires_at = new Date(Date.now() + 600_000).toISOString();
    return Promise.resolve(Response.json({ ticket: 'a-ticket', expires_at }));
  });

  const { chat, Chat } = await import('./chat.tsx');
  await chat.send('Hello');

  expect(asked).toEqual(['/tickets', '/v1/chat/completions']);
  expect(chat.getSnapshot().messages).toMatchObject([
    { role: 'user', content: 'Hello' },
    { role: 'assistant', state: 'complete' },
  ]);
  expect(renderToString(createElement(Chat))).toContain('<button>Send</button>');
});
