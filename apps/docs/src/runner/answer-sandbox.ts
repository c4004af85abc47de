import type { AskedRequest, FromPage } from './messages.ts';

/** Sends what a sandbox asks for, and tells it what comes back. */
export async function answerSandbox(
  { id, url, method, headers, body }: AskedRequest & { readonly id: number },
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  tell: (message: FromPage) => void,
): Promise<void> {
  try {
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body !== undefined && { body }),
      signal,
    });
    tell({ type: 'head', id, status: response.status, headers: [...response.headers] });
    const reader = response.body?.getReader();
    for (;;) {
      const read = await reader?.read();
      if (!read || read.done) break;
      tell({ type: 'bytes', id, bytes: new Uint8Array(read.value) });
    }
    tell({ type: 'end', id });
  } catch (error) {
    tell({ type: 'error', id, message: error instanceof Error ? error.message : String(error) });
  }
}
