import { describe, expect, it } from 'vitest';
import { violationsOf } from './support/axe.ts';
import { useSite } from './support/open-site.ts';
import { chooseOwnKey, KEY, tracesOf, useOwnHost } from './support/own-host.ts';

const PAGE = '/api/create-chat-completion';

const site = useSite();
const ownHost = useOwnHost();

describe('the page of an operation', () => {
  it('opens what a link points into, however deep it lies', async () => {
    const plain = await site.open(PAGE);
    const ids = await plain.page
      .locator('li[id], h3[id]')
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
    const [, row = ''] = /<h3[^>]* id="?top_p"?([^]*?)<h3/.exec(html) ?? [];
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

  it('sends a request to the server in the page, and shows what comes back while it comes', async () => {
    const { page, complaints } = await site.open(PAGE);
    await page.getByLabel('Request', { exact: true }).selectOption({ index: 1 });
    const tryIt = page.getByRole('region', { name: 'Try it' });
    await tryIt.getByRole('button', { name: 'Send it from this page' }).click();
    const output = page.getByLabel('What came back');
    await output.getByText('data: {').first().waitFor();
    expect(await output.innerText()).not.toContain('[DONE]');
    await expect
      .poll(() => tryIt.getByRole('status').innerText())
      .toMatch(
        /^Status 200 · first byte after [\d.]+ m?s · [\d.]+ m?s in all · \d+ \+ \d+ tokens · \$0\.\d+$/,
      );
    expect(await output.innerText()).toContain('data: [DONE]');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('sends what a reader makes of it, with programs that say the same, and stops', async () => {
    const { page, complaints } = await site.open(PAGE);
    const tryIt = page.getByRole('region', { name: 'Try it' });
    const messages = [{ role: 'user', content: 'Count to 100.' }];
    const body = { model: 'nousresearch/hermes-4-405b', messages, stream: true };
    await tryIt.getByLabel('Body, as JSON').fill(JSON.stringify(body));
    await page.getByText("{ role: 'user', content: 'Count to 100.' }").first().waitFor();
    await tryIt.getByRole('button', { name: 'Send it from this page' }).click();
    await page.getByLabel('What came back').getByText('data: {').first().waitFor();
    await tryIt.getByRole('button', { name: 'Stop' }).click();
    await tryIt.getByRole('alert').getByText('Stopped').waitFor();
    expect(await page.getByLabel('What came back').innerText()).not.toContain('[DONE]');
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await tryIt.getByLabel('Body, as JSON').inputValue()).toContain('"Hello"');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['{"messages": [', 'The body is no JSON'],
    ['{"messages": [{"role": "user", "content": "Hi"}], "top_p": 7}', 'top_p'],
  ])('says what is wrong before anything is sent: %s', async (text, words) => {
    const { page } = await site.open(PAGE);
    const tryIt = page.getByRole('region', { name: 'Try it' });
    await tryIt.getByLabel('Body, as JSON').fill(text);
    await tryIt.getByRole('button', { name: 'Send it from this page' }).click();
    expect(await tryIt.getByRole('alert').innerText()).toContain(words);
    expect(await page.getByLabel('What came back').count()).toBe(0);
    await page.context().close();
  });

  it('asks the reader’s own host, with the key on it and nowhere else', async () => {
    const { page } = await site.open(PAGE);
    const { baseURL, asked } = await ownHost.start(site.origin);
    await chooseOwnKey(page, baseURL);
    await page.getByRole('button', { name: 'Send it from this page' }).click();
    await page.getByLabel('What came back').getByText('chat.completion').waitFor();
    expect(asked).toEqual([
      { path: '/v1/chat/completions', authorization: `Bearer ${KEY}`, cookie: null },
    ]);
    expect(await tracesOf(page)).not.toContain(KEY);
    await page.context().close();
  });

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [PAGE, '/api/list-logs', '/api/delete-key'].map((path) => [path, colorScheme] as const),
    ),
  )('has nothing that axe objects to: %s, in %s', async (path, colorScheme) => {
    const { page } = await site.open(path, { colorScheme, bypassCSP: true });
    await page.getByRole('button', { name: 'Send it from this page' }).click();
    await page.getByLabel('What came back').waitFor();
    await page.locator('details').evaluateAll((all) => {
      for (const details of all as HTMLDetailsElement[]) details.open = true;
    });
    expect(await violationsOf(page, colorScheme)).toEqual([]);
    await page.context().close();
  });

  it.each([PAGE, '/api/list-logs'])('fits a phone: %s', async (path) => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 800 } });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

describe('the pages of the account', () => {
  const ACCOUNT: readonly [name: string, answer: string][] = [
    ['list-models', 'nousresearch/hermes-4-405b'],
    ['retrieve-model', '"object": "model"'],
    ['get-model-metrics', 'ttft_ms'],
    ['get-current-key', '"prefix": "b747e891"'],
    ['list-keys', '"prefix": "b747e891"'],
    ['create-key', '"name": "staging"'],
    ['get-balance', '"current_balance"'],
    ['get-billing-detail', '"autotopup_settings"'],
    ['list-transactions', '"MODEL_USAGE"'],
    ['get-usage', '"requests": 2'],
    ['get-usage-detail', '"models"'],
    ['list-logs', '"succeeded"'],
    ['update-key', '"disabled": true'],
    ['delete-key', '"deleted": true'],
  ];

  it('are answered by an account that the page keeps, and say what cannot be undone', async () => {
    const { page, complaints } = await site.open('/api');
    for (const [name, answer] of ACCOUNT) {
      await page.locator(`.menu__link[href="/api/${name}"]`).click();
      await page.waitForURL(`**/api/${name}`);
      await page.getByRole('button', { name: 'Send it from this page' }).click();
      const output = page.getByLabel('What came back');
      await expect.poll(() => output.innerText(), { message: name }).toContain(answer);
    }
    await page.getByText('This deletes the key for good.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('ask once more before a key of the reader’s own is deleted', async () => {
    const { page } = await site.open('/api/delete-key');
    const { baseURL, asked } = await ownHost.start(site.origin);
    await chooseOwnKey(page, baseURL);
    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.getByRole('button', { name: 'Send it from this page' }).click();
    expect(asked).toEqual([]);
    expect(await page.getByLabel('What came back').count()).toBe(0);
    await page.context().close();
  });

  it('take parameters as fields, and say in the client’s words what they lack', async () => {
    const { page } = await site.open('/api/list-logs');
    const tryIt = page.getByRole('region', { name: 'Try it' });
    await tryIt.getByLabel('period').fill('');
    await tryIt.getByRole('button', { name: 'Send it from this page' }).click();
    expect(await tryIt.getByRole('alert').innerText()).toContain('either period, or both');
    await tryIt.getByLabel('period').fill('7d');
    await tryIt.getByLabel('limit').fill('1');
    await page.getByText("{ period: '7d', limit: 1 }").waitFor();
    await tryIt.getByRole('button', { name: 'Send it from this page' }).click();
    await page.getByLabel('What came back').getByText('"has_more": true').waitFor();
    await page.context().close();
  });
});
