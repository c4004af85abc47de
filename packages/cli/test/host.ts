import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a test have a small host of its own and takes it away afterwards, whatever happened. */
export async function withHost<T>(
  answer: RequestListener,
  use: (env: Record<string, string>) => Promise<T>,
): Promise<T> {
  const http = createServer(answer);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  try {
    return await use({
      AIMLAPI_API_KEY: 'sk-secret',
      AIMLAPI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    });
  } finally {
    http.closeAllConnections();
    http.close();
  }
}
