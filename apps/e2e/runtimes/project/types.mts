// Compiled and never run: what is imported has its types, wherever an entry can be reached.
import { createHermesProvider, type HermesProvider } from '@hermes4/ai-sdk';
import { createHermesProvider as createV2 } from '@hermes4/ai-sdk/v2';
import { createHermesProvider as createV3 } from '@hermes4/ai-sdk/v3';
import { type Chat, createChat, indexedDbStorage } from '@hermes4/browser';
import { type UseChat, useChat } from '@hermes4/browser/react';
import { type ChatCompletion, createHermes, tool } from '@hermes4/core';
import { createHermes as createNodeHermes, type Hermes, replay } from '@hermes4/node';
import { otelInterceptor } from '@hermes4/node/otel';
import { createLocalServer, type LocalServer } from '@hermes4/server';
import { listen } from '@hermes4/server/node';

export const server: LocalServer = createLocalServer();
export const hermes: Hermes = createNodeHermes({
  interceptors: [],
  fetch: replay('a.cassette.json'),
});
export const completion: Promise<ChatCompletion> = createHermes().chat.completions.create({
  messages: [{ role: 'user', content: 'Hello' }],
});
export const text: string | null | undefined = (await completion).choices[0]?.message.content;
export const clock = tool({ name: 'clock', parameters: { type: 'object' }, run: () => 'noon' });
export const chat: Chat = createChat({
  persist: indexedDbStorage({ name: 'chat' }),
  tools: [clock],
});
export const use: (chat: Chat) => UseChat = useChat;
export const provider: HermesProvider = createHermesProvider();
export const older = [
  createV2()('m').specificationVersion,
  createV3()('m').specificationVersion,
] as const;
export const [v2, v3]: readonly ['v2', 'v3'] = older;
export const port: Promise<string> = listen(server).then(({ baseURL }) => baseURL);
export { otelInterceptor };

// @ts-expect-error A parameter that does not exist is an error, so what is compiled here is not `any`.
void hermes.chat.completions.create({ messages: [], temprature: 1 });
