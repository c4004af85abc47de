import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { createLocalServer } from '@hermes4/server';
import { requestListener } from '@hermes4/server/node';
import { launchChromium } from '@hermes4/tooling/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { start } from '../support/child.ts';

const folder = inject('folder');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Serves a bundled page, with a local server beside it. */
async function serve(bundle: string): Promise<Server> {
  const answer = requestListener(createLocalServer());
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page.test');
    if (pathname.startsWith('/v1/')) {
      answer(request, response);
      return;
    }
    const file = pathname === '/' ? '/index.html' : pathname;
    readFile(join(bundle, file)).then(
      (bytes) => response.setHeader('content-type', TYPES[extname(file)] ?? '').end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

it.each(['vite', 'webpack', 'esbuild'])(
  'a page that %s bundles asks, thinks and answers in Chromium',
  async (bundler) => {
    const bundled = await start([process.execPath, 'bundle.mjs', bundler], {
      cwd: folder,
    }).outcome();
    expect(bundled.exitCode, bundled.stderr).toBe(0);
    const server = await serve(join(folder, 'bundles', bundler));
    const page = await browser.newPage();
    try {
      const complaints: string[] = [];
      const scripts: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url());
      });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.locator('pre[data-status=idle]', { hasText: 'With a key' }).waitFor();
      expect(complaints).toEqual([]);
      // What thinking needs has come when it was needed.
      expect(scripts.length).toBeGreaterThan(1);
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  },
);
