// A page with React, as each bundler bundles it; what thinking needs is loaded when it is asked for.
import { textOf, useChat } from '@hermes4/browser/react';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const { messages, status, error, send } = useChat({ params: { reasoning: true } });
  useEffect(() => void send('Say hi'), [send]);
  const text = [...messages.map(textOf), error?.message].join('\n');
  return createElement('pre', { 'data-status': status }, text);
}

createRoot(document.body).render(createElement(Page));
