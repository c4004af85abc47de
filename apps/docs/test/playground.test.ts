import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from './support/axe.ts';
import { useSite } from './support/open-site.ts';
import { chooseOwnKey, KEY, tracesOf, useOwnHost } from './support/own-host.ts';

const site = useSite();
const ownHost = useOwnHost();

function settingsIn(settings: object): string {
  return `/playground#${new URLSearchParams({ settings: JSON.stringify(settings) })}`;
}

async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your message').fill(text);
  await page.getByLabel('Your message').press('Enter');
}

async function answered(page: Page): Promise<string> {
  await page.locator('li[data-state=complete]').last().waitFor();
  return page.locator('li[data-state=complete]').last().innerText();
}

describe('the playground', () => {
  it('streams an answer, with thoughts folded apart and with what it took', async () => {
    const { page, complaints } = await site.open(settingsIn({ reasoning: true }));
    await ask(page, 'Is 1009 a prime number?');
    const streaming = page.locator('li[data-state=streaming]');
    await streaming.getByText('Thinking …').waitFor();
    const answer = await answered(page);
    expect(answer).toContain('“Is 1009 a prime number?”');
    expect(answer).toMatch(
      /\d+ \+ \d+ tokens · \d+ tokens\/s · \$0\.\d+ · first word after .* in all/,
    );
    const thoughts = page.locator('details').filter({ hasText: 'Thoughts' }).locator('p');
    expect(await thoughts.isVisible()).toBe(false);
    await page.getByText('Thoughts', { exact: true }).click();
    expect(await thoughts.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('stops, regenerates and edits, and keeps what was there before', async () => {
    const { page, complaints } = await site.open('/playground');
    await ask(page, 'One');
    await page.locator('li[data-state=streaming] p').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('li[data-state=stopped]').waitFor();
    await page.getByRole('button', { name: 'Regenerate' }).click();
    expect(await answered(page)).toContain('“One”');
    expect(await page.getByText('2 of 2').count()).toBe(1);
    await page.getByRole('button', { name: 'The one before' }).click();
    await page.locator('li[data-state=stopped]').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Edit what you said').fill('Two');
    await page.getByRole('button', { name: 'Send instead' }).click();
    await expect
      .poll(() => page.locator('li[data-state=complete]').last().innerText())
      .toContain('“Two”');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('goes on with the same conversation when settings change, and asks with the new ones', async () => {
    const { page } = await site.open('/playground');
    await ask(page, 'One');
    await answered(page);
    await page.getByLabel('System prompt').fill('You are a pirate.');
    await ask(page, 'Two');
    await expect.poll(() => page.locator('li[data-state=complete]').count()).toBe(2);
    expect(await answered(page)).toContain('You are a pirate.');
    await page.context().close();
  });

  it('runs tools in the page, and keeps answers to a schema', async () => {
    const { page } = await site.open(settingsIn({ tools: ['weather'] }));
    await ask(page, 'What is the weather in the city “Oslo”?');
    expect(await answered(page)).toContain('weather was called');
    const schema = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] };
    await page.goto(site.origin + settingsIn({ schema }));
    await page.reload();
    await ask(page, 'The n is 7.');
    expect(await answered(page)).toContain('"n"');
    await page.getByLabel('JSON Schema of the answer').fill('{ "type": ');
    expect(await page.getByRole('alert').innerText()).toContain('The schema cannot be used.');
    await page.context().close();
  });

  it('refuses a value out of the bounds that the API document has, in words', async () => {
    const { page } = await site.open('/playground');
    await page.getByText('Parameters').click();
    await page.getByLabel('top_p').fill('2');
    await page.getByText('Expected 0.01 to 1.').waitFor();
    await page.getByRole('button', { name: 'View code' }).click();
    const code = page.getByRole('dialog').locator('[data-language-panel=typescript] pre');
    expect(await code.innerText()).not.toContain('top_p');
    await page.context().close();
  });

  it('shows the code of the call and shares its settings by a link', async () => {
    const { page } = await site.open('/playground');
    await page.getByLabel('System prompt').fill('Be brief.');
    await page.getByText('Parameters').click();
    await page.getByLabel('temperature').fill('0.6');
    await page.getByLabel('Your message').fill('Hi there');
    await page.getByRole('button', { name: 'View code' }).click();
    const dialog = page.getByRole('dialog');
    const code = await dialog.locator('[data-language-panel=typescript] pre').innerText();
    for (const part of ["'Be brief.'", "'Hi there'", 'temperature: 0.6'])
      expect(code).toContain(part);
    await dialog.getByRole('tab', { name: 'cURL' }).click();
    expect(await dialog.locator('[data-language-panel=curl] pre').innerText()).toContain(
      '--data-raw',
    );
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText(/The link/).waitFor();
    const { page: other } = await site.open(page.url().slice(site.origin.length));
    expect(await other.getByLabel('System prompt').inputValue()).toBe('Be brief.');
    expect(await other.getByLabel('Your message').inputValue()).toBe('Hi there');
    expect(await other.getByLabel('temperature').inputValue()).toBe('0.6');
    await page.context().close();
    await other.context().close();
  });

  it('sends the reader’s key to its host alone, and keeps it nowhere', async () => {
    const { page, complaints } = await site.open('/playground');
    const { baseURL, asked } = await ownHost.start(site.origin);
    await chooseOwnKey(page, baseURL);
    await ask(page, 'Hello');
    expect(await answered(page)).toContain('“Hello”');
    expect(asked).toEqual([
      { path: '/v1/chat/completions', authorization: `Bearer ${KEY}`, cookie: null },
    ]);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'View code' }).click();
    expect(await tracesOf(page)).not.toContain(KEY);
    const foreign = complaints.filter((one) => !one.includes(new URL(baseURL).origin));
    expect(foreign).toEqual([]);
    await page.reload();
    await page.getByText('Answered by the local server in this page').waitFor();
    await page.context().close();
  });

  it('shows what a host says of a wrong key, without the key', async () => {
    const { page } = await site.open('/playground');
    const { baseURL } = await ownHost.start(site.origin);
    await chooseOwnKey(page, baseURL, 'sk-wrong-9876543210');
    await ask(page, 'Hello');
    const words = await page.getByRole('alert').innerText();
    expect(words).toContain('401');
    expect(words).not.toContain('sk-wrong');
    await page.getByRole('alert').getByRole('link', { name: 'What to do' }).click();
    await page.waitForURL('**/errors/unauthorized');
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe would object to, in %s',
    async (colorScheme) => {
      const { page } = await site.open(
        settingsIn({ reasoning: true, schema: '{', params: { seed: 1 } }),
        {
          colorScheme,
        },
      );
      expect(await violationsOf(page, colorScheme)).toEqual([]);
      await page.getByLabel('JSON Schema of the answer').fill('');
      await ask(page, 'Hello');
      await answered(page);
      await page.getByText('Answered by').click();
      expect(await violationsOf(page, colorScheme)).toEqual([]);
      await page.getByRole('button', { name: 'View code' }).click();
      expect(await violationsOf(page, colorScheme)).toEqual([]);
      await page.goto(`${site.origin}/examples/tools`, { waitUntil: 'load' });
      await page.waitForSelector('html[data-has-hydrated=true]');
      await page
        .locator('[data-language-panel=typescript]')
        .getByRole('button', { name: 'Edit' })
        .click();
      await page.locator('.cm-content').waitFor();
      expect(await violationsOf(page, colorScheme)).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['/playground', '/examples/tools'])('fits a phone: %s', async (path) => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.context().close();
  });
});
