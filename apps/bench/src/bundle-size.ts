import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Column } from './report.ts';

const run = promisify(execFile);

/** One streamed call with each client, as a page would write it. */
const PROGRAMS = [
  [
    '@hermes4/core',
    `import { createHermes } from '@hermes4/core';
     const stream = createHermes({ apiKey: 'k' }).chat.completions.stream({ messages: [] });
     for await (const part of stream) console.log(part);`,
  ],
  [
    'openai 6',
    `import OpenAI from 'openai';
     const stream = await new OpenAI({ apiKey: 'k' }).chat.completions.create({ model: 'm', messages: [], stream: true });
     for await (const chunk of stream) console.log(chunk);`,
  ],
  [
    'ai 6',
    `import { streamText } from 'ai';
     import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
     const model = createOpenAICompatible({ name: 'n', baseURL: 'b' })('m');
     for await (const text of streamText({ model, prompt: '' }).textStream) console.log(text);`,
  ],
] as const;

/** A host that says one word; part of what runs beside each program, to see which of its files it loads. */
const HOST = `
  const event = (delta, finish_reason) => 'data: ' + JSON.stringify({ id: 'a', object: 'chat.completion.chunk',
    created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason }] }) + '\\n\\n';
  const answer = event({ role: 'assistant', content: 'Hello' }, null) + event({}, 'stop') + 'data: [DONE]\\n\\n';
  globalThis.fetch = async () => new Response(answer, { headers: { 'content-type': 'text/event-stream' } });
  globalThis.loaded = [];
  console.log = () => undefined;
  await import(process.argv[1]);
  process.stdout.write(JSON.stringify(globalThis.loaded));`;

/** Bundles each program for a browser and weighs what a page has loaded when its call is answered, in kB. */
export async function bundleSizes(): Promise<Column[]> {
  const bundles = await Promise.all(
    PROGRAMS.map(async ([name, contents]) => ({ name, bytes: await loadedBy(contents) })),
  );
  const column = (title: string, weigh: (bytes: Uint8Array) => number): Column => ({
    name: title,
    rows: bundles.map(({ name, bytes }) => ({ name, ratio: weigh(bytes) / 1_000 })),
  });
  return [
    column('minified', (bytes) => bytes.length),
    column('gzip', (bytes) => gzipSync(bytes).length),
    column('brotli', (bytes) => brotliCompressSync(bytes).length),
  ];
}

/** Everything that a program loads, at once or later, as one file. */
async function loadedBy(contents: string): Promise<Uint8Array> {
  const directory = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
      bundle: true,
      splitting: true,
      outdir: directory,
      outExtension: { '.js': '.mjs' },
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      logLevel: 'error',
    });
    for (const { path, text } of outputFiles) {
      await writeFile(path, `globalThis.loaded.push(import.meta.filename);${text}`);
    }
    const entry = join(directory, 'stdin.mjs');
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', HOST, entry]);
    const loaded = new Set(JSON.parse(stdout) as string[]);
    const files = outputFiles.filter(({ path }) => loaded.has(path));
    return Buffer.concat(files.map((file) => file.contents));
  } finally {
    await rm(directory, { recursive: true });
  }
}
