import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { LocalServer } from '@hermes4/server';
import { requestListener } from '@hermes4/server/node';
import { bundlePage } from './bundle-page.ts';

/** Nothing but what this server gives out itself may run, be shown or be called, whatever a model writes. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** Serves the page, and everything else from the relay beside it. */
export async function createPageServer(relay: LocalServer): Promise<Server> {
  const files = await bundlePage(fileURLToPath(new URL('.', import.meta.url)));
  const askRelay = requestListener(relay);
  return createServer((request, response) => {
    const file = request.method === 'GET' ? files.get(request.url ?? '') : undefined;
    if (file) response.writeHead(200, { ...HEADERS, 'content-type': file.type }).end(file.bytes);
    else askRelay(request, response);
  });
}
