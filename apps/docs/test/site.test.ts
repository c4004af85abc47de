import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { useSite } from './support/open-site.ts';
import { BUILD } from './support/serve-site.ts';

const site = useSite();
const LARGEST_FIRST_PAGE = 200_000;
/** Pages that are loaded at once: one waits while another one computes. */
const TABS = 4;

/** Every address of the sitemap. */
function pagesToVisit(): string[] {
  const sitemap = readFileSync(`${BUILD}/sitemap.xml`, 'utf8');
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname);
}

describe('every page', () => {
  it('loads without an error and without a request to any other host', async () => {
    const paths = pagesToVisit();
    expect(paths.length).toBeGreaterThan(60);
    const waiting = paths.values();
    const tabs = await Promise.all(Array.from({ length: TABS }, () => site.open('/404.html')));
    await Promise.all(
      tabs.map(async ({ page }) => {
        for (const path of waiting) {
          await page.goto(site.origin + path, { waitUntil: 'load' });
          await page.waitForSelector('html[data-has-hydrated=true]');
        }
      }),
    );
    expect(tabs.flatMap(({ complaints }) => complaints)).toEqual([]);
    // More than a hundred pages take longer than any other test.
  }, 600_000);

  it('fits a phone, so that nobody scrolls sideways', async () => {
    const paths = [
      '/',
      '/start/first-call',
      '/model',
      '/errors',
      '/guides/tools',
      '/contributing/benchmarks',
    ];
    const { page } = await site.open('/', { viewport: { width: 390, height: 844 } });
    for (const path of paths) {
      await page.goto(site.origin + path, { waitUntil: 'load' });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ path, width }).toEqual({ path, width: 390 });
    }
  });
});

describe('the first page of the guide', () => {
  it(`loads at most ${LARGEST_FIRST_PAGE / 1000} kB of JavaScript, compressed with gzip`, async () => {
    const scripts = new Set<string>();
    const { page } = await site.open('/404.html');
    // What is routed is not cached, so that everything is asked for once more.
    await page.route('**/*.js', (route) => route.continue());
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      // What is fetched ahead, for pages that may come next, comes after the page and when nothing else is to do.
      const isAhead = request.headers()['sec-purpose']?.includes('prefetch') ?? false;
      if (pathname.endsWith('.js') && !isAhead) scripts.add(pathname);
    });
    await page.goto(`${site.origin}/start/first-call`, { waitUntil: 'load' });
    await page.waitForSelector('html[data-has-hydrated=true]');
    await page.waitForLoadState('networkidle');
    const bytes = [...scripts].map((path) => gzipSync(readFileSync(BUILD + path)).length);
    expect([...scripts].join()).toContain('/main.');
    expect(scripts.size).toBeGreaterThan(3);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LARGEST_FIRST_PAGE);
  });
});

describe('the chosen language', () => {
  it('is shown in every group at once, on the next page, and after a reload', async () => {
    const { page } = await site.open('/start/first-call');
    const shown = () =>
      page
        .locator('[data-language-panel]:visible')
        .evaluateAll((panels) => [
          ...new Set(panels.map((panel) => panel.getAttribute('data-language-panel'))),
        ]);
    expect(await shown()).toEqual(['typescript']);
    await page.getByRole('tab', { name: 'Python' }).first().click();
    expect(await shown()).toEqual(['python']);
    await page.getByRole('link', { name: 'The same steps without one' }).click();
    await page.waitForURL('**/without-a-key');
    expect(await shown()).toEqual(['python']);
    await page.reload();
    expect(await shown()).toEqual(['python']);
    await expect(
      page.getByRole('tab', { name: 'Python' }).first().getAttribute('aria-selected'),
    ).resolves.toBe('true');
  });

  it('is moved with the arrows of the keyboard', async () => {
    const { page } = await site.open('/start/without-a-key');
    await page.getByRole('tab', { name: 'TypeScript' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('html[data-language=javascript]');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('JavaScript');
  });

  it('is there before any script has run', async () => {
    const { page } = await site.open('/start/without-a-key', { javaScriptEnabled: true });
    await page.evaluate(() => localStorage.setItem('hermes4-language', 'curl'));
    await page.route('**/*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await page.locator('[data-language-panel=curl]').first().isVisible()).toBe(true);
    expect(await page.locator('[data-language-panel=typescript]').first().isVisible()).toBe(false);
  });
});

describe('search', () => {
  it('finds the parameter top_p without asking any other host', async () => {
    const { page, complaints } = await site.open('/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('top_p');
    await page.locator('[class*=cursor_]').getByText('top_p').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/api/create-chat-completion#top_p');
    await page.getByRole('heading', { name: 'top_p' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a page as Markdown', () => {
  it('is copied whole, code intact', async () => {
    const { page } = await site.open('/guides/tools', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(readFileSync(`${BUILD}/guides/tools.md`, 'utf8'));
    expect(copied).toContain(
      "import { createHermes, tool } from '@hermes4/node';\nimport { z } from 'zod';\n",
    );
  });

  it('is listed in llms.txt, every link of which leads to a file', () => {
    const index = readFileSync(`${BUILD}/llms.txt`, 'utf8');
    const paths = [...index.matchAll(/\]\((http[^)]+)\)/g)].map(
      ([, url = '']) => new URL(url).pathname,
    );
    expect(paths).toContain('/guides/tools.md');
    for (const path of paths) expect(() => readFileSync(BUILD + path)).not.toThrow();
  });
});

describe('an address that leads nowhere', () => {
  it('is answered with the pages that it may have meant', async () => {
    const { page } = await site.open('/docs/streaming');
    await page.getByRole('link', { name: '/guides/streaming' }).click();
    await page.getByRole('heading', { name: 'Streaming', level: 1 }).waitFor();
  });
});
