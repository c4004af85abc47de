import type { ChatCompletion, ChatCompletionChunk } from '@hermes4/core';

export const ENDPOINT = 'http://localhost/v1/chat/completions';

export const HELLO = {
  model: 'nousresearch/hermes-4-405b',
  messages: [{ role: 'user', content: 'Hello' }],
};

/** A chat request as a client would send it. */
export function post(body: unknown, init: RequestInit = {}): Request {
  return new Request(ENDPOINT, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
    headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string>) },
  });
}

export interface HostedError {
  requestId: string;
  statusCode: number;
  timestamp: string;
  path: string;
  message: string;
}

export async function errorOf(response: Response): Promise<HostedError> {
  return (await response.json()) as HostedError;
}

export async function completionOf(response: Response): Promise<ChatCompletion> {
  return (await response.json()) as ChatCompletion;
}

/** The data of each event of a stream, `[DONE]` included. */
export async function eventsOf(response: Response): Promise<string[]> {
  const text = await response.text();
  return text
    .split('\n\n')
    .slice(0, -1)
    .map((event) => event.replace(/^data: /, ''));
}

/** The chunks of a stream, without the event that tells the cost. */
export async function chunksOf(response: Response): Promise<ChatCompletionChunk[]> {
  const events = await eventsOf(response);
  return events
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data) as ChatCompletionChunk)
    .filter((event) => 'choices' in event);
}

export function textOf(chunks: readonly ChatCompletionChunk[]): string {
  return chunks.map(({ choices }) => choices[0]?.delta?.content ?? '').join('');
}
