import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const BUILD = fileURLToPath(new URL('../../build', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.png': 'image/png',
};

const HASHED = /\.[0-9a-f]{8,}\.(?:js|css)$/;

export interface ServedSite {
  readonly origin: string;
  close(): void;
}

/**
 * Serves the built site as a host of static files does: `/a` is `a.html`, bodies are compressed, what never changes is cached, the rest
 * is the 404.
 */
export async function serveSite(): Promise<ServedSite> {
  const compressed = createCompressed();
  if (!existsSync(join(BUILD, 'index.html'))) {
    throw new Error('The site is not built: pnpm --filter @hermes4/docs build.');
  }
  const server = createServer((request, response) => {
    const found = fileFor(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
    const file = found ?? join(BUILD, '404.html');
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      // What has a hash in its name never changes, so a browser fetches and compiles it once.
      ...(HASHED.test(file) && { 'cache-control': 'public, max-age=31536000, immutable' }),
    });
    response.end(compressed(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The bodies of files, each compressed once. */
function createCompressed(): (file: string) => Buffer {
  const known = new Map<string, Buffer>();
  return (file) => {
    const body = known.get(file) ?? gzipSync(readFileSync(file));
    known.set(file, body);
    return body;
  };
}

function fileFor(path: string): string | undefined {
  const base = join(BUILD, normalize(path));
  const candidates = [base, `${base}.html`, join(base, 'index.html')];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}
