import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { steadyOutput } from '@hermes4/tooling/steady-output';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './support/open-site.ts';
import { chooseOwnKey, KEY, tracesOf, useOwnHost } from './support/own-host.ts';

const site = useSite();
const ownHost = useOwnHost();
const root = fileURLToPath(new URL('../../examples', import.meta.url));

const pages = readdirSync(fileURLToPath(new URL('../docs/examples', import.meta.url)))
  .map((file) => file.replace('.mdx', ''))
  .filter((name) => name !== 'index');

async function run(page: Page, language: string): Promise<string> {
  const panel = page.locator(`[data-language-panel=${language}]`);
  await panel.getByRole('button', { name: 'Run' }).click();
  return ended(page, language);
}

async function ended(page: Page, language: string): Promise<string> {
  const panel = page.locator(`[data-language-panel=${language}]`);
  const output = panel.locator('[data-run=done],[data-run=failed],[data-run=stopped]');
  await output.waitFor();
  return (await output.textContent()) ?? '';
}

/** Writes another program into the editor and runs it. */
async function runEdited(page: Page, program: string): Promise<string> {
  await edit(page, program);
  return run(page, 'typescript');
}

async function edit(page: Page, program: string): Promise<void> {
  const panel = page.locator('[data-language-panel=typescript]');
  await panel.getByRole('button', { name: 'Edit' }).click();
  await panel.locator('.cm-content').fill(program);
}

describe('an example, run in its page', () => {
  it.each(pages)('prints what tests recorded elsewhere: %s', async (name) => {
    const { page, complaints } = await site.open(`/examples/${name}`);
    const recorded = readdirSync(`${root}/${name}`).filter((file) =>
      /\.(?:ts|mjs)\.output\.txt$/.test(file),
    );
    expect(recorded.length).toBeGreaterThan(0);
    for (const file of recorded) {
      const [language, label] = file.includes('.mjs.')
        ? ['javascript', 'JavaScript']
        : ['typescript', 'TypeScript'];
      await page.getByRole('tab', { name: label }).click();
      const printed = await run(page, language);
      expect(steadyOutput(printed)).toBe(readFileSync(`${root}/${name}/${file}`, 'utf8'));
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the runner', () => {
  it('runs what a reader makes of it, says where it fails, and goes back to the file', async () => {
    const { page, complaints } = await site.open('/examples/streaming');
    const values = "const values: unknown[] = [1, { a: 'b' }];\nconsole.log('It says', ...values);";
    expect(await runEdited(page, values)).toBe("It says 1 { a: 'b' }\n");
    expect(await runEdited(page, 'const a = 1;\nconst = 2;')).toMatch(/SyntaxError.*\n.*line 2/);
    expect(await runEdited(page, '\n\nnull.x;')).toMatch(/TypeError[^]*in line 3/);
    expect(await runEdited(page, "import 'react';")).toContain("Cannot find package 'react'");
    await page
      .locator('[data-language-panel=typescript]')
      .getByRole('button', { name: 'Reset' })
      .click();
    await expect
      .poll(() => page.locator('[data-language-panel=typescript] [data-run=idle]').count())
      .toBe(1);
    expect(await page.locator('.cm-content').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is stopped at once, endless loops included, while the page goes on', async () => {
    const { page } = await site.open('/examples/streaming');
    await edit(page, "console.log('on and on');\nfor (;;);");
    const panel = page.locator('[data-language-panel=typescript]');
    await panel.getByRole('button', { name: 'Run' }).click();
    await panel.getByText('on and on').and(page.locator('pre')).waitFor();
    await panel.getByRole('button', { name: 'Stop' }).click();
    expect(await ended(page, 'typescript')).toBe('on and on\n');
    expect(await page.locator('iframe').count()).toBe(0);
    await page.context().close();
  });

  it('lets a program reach nothing but who answers it', async () => {
    const { page, complaints } = await site.open('/examples/streaming');
    const probe = `for (const reach of [
  () => fetch('${site.origin}/'),
  async () => new XMLHttpRequest().open('GET', '${site.origin}/'),
  async () => importScripts('${site.origin}/runner/x.js'),
  async () => localStorage.length,
  async () => document.cookie,
]) console.log(await reach().then(() => 'reached', (error) => error.name));`;
    const printed = await runEdited(page, probe);
    expect(printed.split('\n').slice(0, 1)).toEqual(['TypeError']);
    expect(printed).not.toContain('reached\nreached');
    expect(printed.split('\n').slice(2, 5)).not.toContain('reached');
    // The policy of the sandbox says so in the console; nothing went out.
    expect(complaints.filter((one) => one.includes(' asked '))).toEqual([]);
    await page.context().close();
  });

  it('asks the reader’s host with a key that no program ever sees', async () => {
    const { page } = await site.open('/examples/streaming');
    const { baseURL, asked } = await ownHost.start(site.origin);
    await chooseOwnKey(page, baseURL);
    expect(await run(page, 'typescript')).toContain('“Hello”');
    expect(asked).toEqual([
      { path: '/v1/chat/completions', authorization: `Bearer ${KEY}`, cookie: null },
    ]);
    const spy = `console.log(JSON.stringify(process.env));
await fetch('https://elsewhere.example/', { headers: { a: 'b' } }).catch((error) => console.log(error.message));`;
    const printed = await runEdited(page, spy);
    expect(printed).toContain('"AIMLAPI_API_KEY":"kept-by-the-page"');
    expect(printed).toContain('and not to https://elsewhere.example');
    expect(printed + (await tracesOf(page))).not.toContain(KEY);
    await page.context().close();
  });
});
