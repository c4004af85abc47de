import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const NOTE = '(globalThis.loaded ??= []).push(import.meta.url);';

/** A page that asks once, in a browser that can do little more. */
const BROWSER = `
  const events = [
    { choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }] },
  ].map((event) => 'data: ' + JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', ...event }));
  globalThis.location = { origin: 'http://page.test' };
  globalThis.fetch = async () => new Response([...events, 'data: [DONE]', ''].join('\\n\\n'), {
    headers: { 'content-type': 'text/event-stream' },
  });
  const { page } = await import('./page.js');
  const said = await page();
  console.log(JSON.stringify({ said, loaded: globalThis.loaded }));
`;

/** How many bytes a page loads to be answered once, minified and compressed, whatever is loaded when. */
async function bytesOf(page: string, external: readonly string[] = []): Promise<number> {
  const folder = await mkdtemp(join(import.meta.dirname, '../node_modules/.size-'));
  try {
    await build({
      stdin: { contents: page, resolveDir: import.meta.dirname, sourcefile: 'page.js' },
      entryNames: 'page',
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      banner: { js: NOTE },
      outdir: folder,
      external: [...external],
      logLevel: 'error',
    });
    await writeFile(join(folder, 'browser.mjs'), BROWSER);
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const { stdout } = await run('node', [join(folder, 'browser.mjs')]);
    const { said, loaded } = JSON.parse(stdout) as { said: string; loaded: readonly string[] };
    expect(said).toBe('Hi');
    const files = await Promise.all(loaded.map((url) => readFile(new URL(url), 'utf8')));
    return files.reduce((sum, code) => sum + gzipSync(code.replace(NOTE, '')).length, 0);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const CALL = `
  import { createHermes } from '@hermes4/browser';
  export const page = () => createHermes().chat.completions
    .stream({ messages: [{ role: 'user', content: 'Hello' }] }).finalContent();
`;
const CHAT = `
  const chat = createChat();
  export const page = async () => {
    await chat.send('Hello');
    return chat.getSnapshot().messages[1].steps[0].text;
  };
`;

it('a page loads little for one streamed call, for a chat, and for the hooks', async () => {
  const call = await bytesOf(CALL);
  const chat = await bytesOf(`import { createChat } from '@hermes4/browser'; ${CHAT}`);
  const hooks = await bytesOf(
    `import { createChat, useChat } from '@hermes4/browser/react'; export { useChat }; ${CHAT}`,
    ['react'],
  );
  expect(call).toBeLessThanOrEqual(12_000);
  expect(chat).toBeLessThanOrEqual(16_000);
  expect(hooks - chat).toBeLessThanOrEqual(1_500);
});
