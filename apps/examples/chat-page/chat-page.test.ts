import { launchChromium } from '@hermes4/tooling/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatPage, keptBy, openChatPage } from '../test/chat-page.ts';
import { type CuttableLine, layLine } from '../test/cuttable-line.ts';
import { KEY } from '../test/local-host.ts';
import { withExample } from '../test/start-example.ts';
import { openUpstream, type Upstream } from '../test/upstream.ts';

const LONG = 'Explain the tides in one paragraph.';
const PHONE = 390;

interface Circumstances {
  readonly tokensPerSecond?: number;
  /** Of the screen, in pixels. */
  readonly width?: number;
}

interface World {
  readonly chat: ChatPage;
  readonly upstream: Upstream;
  readonly line: CuttableLine;
}

describe('the chat page, in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** The page, served by the relay, which asks a local server that wants a key. */
  async function withPage(
    { tokensPerSecond = 400, width = 1440 }: Circumstances,
    use: (world: World) => Promise<void>,
  ): Promise<void> {
    const upstream = await openUpstream({ tokensPerSecond });
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: upstream.baseURL };
    try {
      await withExample('chat-page/serve.ts', env, async ({ baseURL }) => {
        const line = await layLine(baseURL);
        try {
          const chat = await openChatPage(context, line.url);
          await use({ chat, upstream, line });
          expect(chat.complaints).toEqual([]);
        } finally {
          await line.close();
        }
      });
    } finally {
      await context.close();
      await upstream.close();
    }
  }

  /** Waits until an answer has begun to show. */
  async function begun({ answers }: ChatPage): Promise<string> {
    const text = answers.last().locator('.text');
    await text.waitFor();
    return text.innerText();
  }

  it('streams an answer, and keeps the key where the page is not', async () => {
    await withPage({ tokensPerSecond: 30 }, async ({ chat, upstream, line }) => {
      await chat.say(LONG);
      const early = await begun(chat);
      await chat.settled();
      const whole = await chat.answers.locator('.text').innerText();
      expect(whole.length).toBeGreaterThan(early.length);
      expect(whole).toBe(upstream.calls[0]?.said().trim());

      expect(upstream.calls.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`]);
      const seen = [await chat.page.content(), await keptBy(chat), line.passed()];
      for (const text of seen) expect(text).toContain(LONG);
      for (const text of seen) expect(text).not.toContain(KEY);
    });
  });

  it('stops an answer, for the host behind the relay too', async () => {
    await withPage({ tokensPerSecond: 20 }, async ({ chat, upstream }) => {
      await chat.say(LONG);
      await begun(chat);
      await chat.stop.click();
      await chat.settled();
      await chat.answers.getByText('Stopped').waitFor();
      await expect.poll(() => upstream.calls[0]?.wasLeft()).toBe(true);
      const shown = await chat.answers.locator('.text').innerText();
      expect(upstream.calls[0]?.said().length).toBeGreaterThanOrEqual(shown.length);
    });
  });

  it('finds its history after a reload, with every version of an answer', async () => {
    await withPage({}, async ({ chat, upstream }) => {
      const { page } = chat;
      await chat.say('Hello');
      await chat.settled();
      await chat.button('Regenerate').click();
      await page.getByText('2 of 2').waitFor();
      await chat.settled();
      expect(upstream.calls).toHaveLength(2);

      await page.reload();
      await page.getByText('2 of 2').waitFor();
      expect(await chat.answers.locator('.text').innerText()).toBe(
        upstream.calls[1]?.said().trim(),
      );
      await chat.button('Earlier version').click();
      await page.getByText('1 of 2').waitFor();

      await chat.button('Edit').click();
      await page.getByLabel('Edited message').fill('Goodbye');
      await chat.button('Save').click();
      await expect.poll(() => chat.answers.innerText()).toContain('“Goodbye”');
      await chat.settled();
      await chat.button('Earlier version').click();
      await expect.poll(() => chat.answers.innerText()).toContain('“Hello”');
    });
  });

  it('goes on after a lost connection: nothing is missing, said twice or asked for twice', async () => {
    await withPage({ tokensPerSecond: 60 }, async ({ chat, upstream, line }) => {
      await chat.say(LONG);
      await begun(chat);
      line.cut();
      await chat.settled();
      expect(await chat.answers.locator('.text').innerText()).toBe(
        upstream.calls[0]?.said().trim(),
      );
      expect(upstream.calls).toHaveLength(1);
      expect(await chat.alert.count()).toBe(0);
    });
  });

  it('says what went wrong, and asks again', async () => {
    await withPage({}, async ({ chat, upstream }) => {
      const message = 'The account has no credits left.';
      await upstream.plan({ fault: { fault: 'status', status: 402, message } });
      await chat.say('Hello');
      await chat.alert.getByText(message).waitFor();

      await upstream.plan();
      await chat.button('Try again').click();
      await begun(chat);
      await chat.settled();
      expect(await chat.alert.count()).toBe(0);
      expect(await chat.answers.count()).toBe(1);
    });
  });

  it('runs a tool in the page once its user agrees, on a screen as narrow as a phone', async () => {
    await withPage({ width: PHONE }, async ({ chat, upstream }) => {
      const { page } = chat;
      await chat.say('Set the dark theme with set_theme.');
      await chat.button('Allow').click();
      await chat.settled();
      const root = page.locator('html');
      expect(await root.evaluate((html) => html.style.colorScheme)).toBe('dark');
      await page.getByText('The page now has the dark theme.').first().waitFor();
      expect(upstream.calls).toHaveLength(2);
      expect(await root.evaluate((html) => html.scrollWidth)).toBe(PHONE);

      await chat.button('Conversations').click();
      await page.getByRole('navigation').getByText('Set the dark theme').waitFor();
    });
  });
});
