import { describe, expect, it } from 'vitest';
import { violationsOf } from './support/axe.ts';
import { useSite } from './support/open-site.ts';

const PAGE = '/api/create-chat-completion';

const site = useSite();

describe('the page of an operation', () => {
  it('opens what a link points into, however deep it lies', async () => {
    const plain = await site.open(PAGE);
    const ids = await plain.page
      .locator('li[id]')
      .evaluateAll((items) => items.map((item) => item.id));
    const deepest = ids.toSorted(
      (one, other) => other.split('.').length - one.split('.').length,
    )[0];
    expect(deepest?.split('.').length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('tool_choice.function.name');
    expect(ids.filter((id) => /-\.|\.-|-$/.test(id))).toEqual([]);
    await plain.page.context().close();

    const { page, complaints } = await site.open(`${PAGE}#${deepest ?? ''}`);
    await page.locator(`[id="${deepest ?? ''}"]`).waitFor({ state: 'visible' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has every parameter in its HTML, with bounds and without a script', async () => {
    const html = await (await fetch(site.origin + PAGE)).text();
    const [, row = ''] = /<li id="?top_p"?([^]*?)<li /.exec(html) ?? [];
    expect(row.replace(/<[^>]*>/g, '')).toContain('at least 0.01 · at most 1');
  });

  it('shows a request in the language of the reader, and follows a change', async () => {
    const { page, complaints } = await site.open(PAGE);
    await page.getByRole('tab', { name: 'Python' }).click();
    await page.getByText('requests.post(').waitFor();
    await page.getByLabel('Request', { exact: true }).selectOption({ index: 1 });
    await page.getByText('stream=True').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('sends a request to the server in the page, and shows what comes back', async () => {
    const { page, complaints } = await site.open(PAGE);
    await page.getByLabel('Request', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Send it from this page' }).click();
    const status = page.getByRole('region', { name: 'Try it' }).getByRole('status');
    await expect.poll(() => status.innerText()).toMatch(/^Status 200, \S+, \d+\.\d\d s$/);
    await expect
      .poll(() => page.getByLabel('What came back').innerText())
      .toContain('data: [DONE]');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe objects to, in %s',
    async (colorScheme) => {
      const { page } = await site.open(PAGE, { colorScheme, bypassCSP: true });
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
      }
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('fits a phone', async () => {
    const { page } = await site.open(PAGE, { viewport: { width: 390, height: 800 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
