import { launchChromium } from '@hermes4/tooling/browser';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type ServedSite, serveSite } from './serve-site.ts';

/** A page of the built site, and what it did that it must not. */
export interface OpenedPage {
  readonly page: Page;
  /** What the console called an error, what was thrown, and requests to any other host. */
  readonly complaints: readonly string[];
}

export interface Site {
  /** Opens a page in a browser that has never been here. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  readonly origin: string;
}

/** Serves the built site to one Chromium for the tests of a file. */
export function useSite(): Site {
  let served: ServedSite | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    served = await serveSite();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });
  return {
    get origin() {
      return served?.origin ?? '';
    },
    async open(path, options = {}) {
      if (!browser || !served) throw new Error('The site is there only while tests run.');
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints = watch(page, served.origin);
      const settled = settling(page);
      await page.goto(served.origin + path, { waitUntil: 'load' });
      await hydrated(page);
      await settled();
      return { page, complaints };
    },
  };
}

/** Collects what a page does that it must not. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} said: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => complaints.push(`${page.url()} threw: ${message}`));
  page.on('request', (request) => {
    const isOwn = /^(?:data|blob|about):/.test(request.url()) || request.url().startsWith(origin);
    if (!isOwn) complaints.push(`${page.url()} asked ${request.url()}`);
  });
  return complaints;
}

/** How long nothing is under way before nothing more is expected, in milliseconds. */
const QUIET = 60;

/**
 * Waits for parts of a page that are loaded by themselves: they answer to their reader only then. It is what `networkidle` waits for, which
 * adds half a second to each page.
 */
function settling(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  for (const event of ['requestfinished', 'requestfailed'] as const) {
    page.on(event as 'requestfinished', (request) => underWay.delete(request));
  }
  return async () => {
    for (let quiet = 0; quiet < 3; quiet = underWay.size === 0 ? quiet + 1 : 0) {
      await page.waitForTimeout(QUIET / 3);
    }
  };
}

/** Docusaurus says on `<html>` that the page answers to its reader. */
async function hydrated(page: Page): Promise<void> {
  await page.waitForSelector('html[data-has-hydrated=true]');
}
