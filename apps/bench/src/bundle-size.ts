import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Column } from './report.ts';

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

/** Bundles each program for a browser and weighs what a page loads before it can ask, in kB. */
export async function bundleSizes(): Promise<Column[]> {
  const bundles = await Promise.all(
    PROGRAMS.map(async ([name, contents]) => ({ name, bytes: await firstLoad(contents) })),
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

/** The entry and all that it imports at once, as one file; what it imports later is split off. */
async function firstLoad(contents: string): Promise<Uint8Array> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    splitting: true,
    outdir: 'bundle',
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint) ?? '';
  const loaded = new Set([entry]);
  for (const path of loaded) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') loaded.add(imported);
    }
  }
  return Buffer.concat(
    outputFiles
      .filter(({ path }) => [...loaded].some((name) => path.endsWith(name)))
      .map((file) => file.contents),
  );
}
