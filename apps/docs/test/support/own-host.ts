import { createLocalServer } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';

/** The key that a reader types in. */
export const KEY = 'sk-of-the-reader-0123456789';

/** What a host was asked with. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | null;
  readonly cookie: string | null;
}

/** A host on another origin that takes the reader's key, and what it was asked. */
export function useOwnHost(): {
  start(allowedOrigin: string): Promise<{ readonly baseURL: string; readonly asked: Asked[] }>;
} {
  const started: Listening[] = [];
  afterAll(() => Promise.all(started.map((one) => one.close({ force: true }))));
  return {
    async start(allowedOrigin) {
      const asked: Asked[] = [];
      const server = createLocalServer({ keys: [KEY], allowedOrigins: [allowedOrigin] });
      const fetch: typeof server.fetch = (input, init) => {
        const request = new Request(input, init);
        const { headers, url, method } = request;
        if (method === 'POST') {
          asked.push({
            path: new URL(url).pathname,
            authorization: headers.get('authorization'),
            cookie: headers.get('cookie'),
          });
        }
        return server.fetch(request);
      };
      const listening = await listen({ ...server, fetch }, { port: 0 });
      started.push(listening);
      return { baseURL: listening.baseURL, asked };
    },
  };
}

/** Chooses a host with a key, as a reader does. */
export async function chooseOwnKey(page: Page, baseURL: string, key = KEY): Promise<void> {
  const picker = page.locator('details').filter({ hasText: 'Answered by' }).locator('visible=true');
  await picker.locator('summary').first().click();
  await page.getByLabel('Address').locator('visible=true').fill(baseURL);
  await page.getByLabel('Key', { exact: true }).locator('visible=true').fill(key);
  await page.getByRole('button', { name: 'Use this key' }).locator('visible=true').click();
}

/** Everything that outlives a page or shows in it: addresses, storage, cookies, the document. */
export async function tracesOf(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      document.documentElement.outerHTML,
      databases.map(({ name }) => name),
    ]);
  });
  return kept + JSON.stringify(await page.context().cookies());
}
