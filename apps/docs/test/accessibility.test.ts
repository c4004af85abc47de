import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './support/open-site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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
      await page.addScriptTag({ content: AXE });
      const { violations } = await page.evaluate(async (options: RunOptions) => {
        const { axe } = window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } };
        return axe.run(options);
      }, {});
      for (const { id, nodes } of violations) {
        found.push(...nodes.map(({ html }) => `${path}: ${id}: ${html.slice(0, 120)}`));
      }
    }
    expect(found).toEqual([]);
  });
});
