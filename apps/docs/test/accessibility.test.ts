import { describe, expect, it } from 'vitest';
import { violationsOf } from './support/axe.ts';
import { useSite } from './support/open-site.ts';

const PAGES = [
  '/',
  '/start/first-call',
  '/guides/errors-and-retries',
  '/model',
  '/errors',
  '/errors/unauthorized',
  '/reference/packages/node',
  '/contributing/benchmarks',
  '/no-such-page',
];

const site = useSite();

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('the main pages have nothing that axe would object to', async () => {
    const { page } = await site.open('/', { colorScheme, bypassCSP: true });
    const found: string[] = [];
    for (const path of PAGES) {
      await page.goto(site.origin + path, { waitUntil: 'load' });
      await page.waitForSelector('html[data-has-hydrated=true]');
      found.push(...(await violationsOf(page, colorScheme)).map((one) => `${path}: ${one}`));
    }
    expect(found).toEqual([]);
  });
});
