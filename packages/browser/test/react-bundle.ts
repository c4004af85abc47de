import { build } from 'esbuild';
import type React from 'react';
import type * as client from 'react-dom/client';
import type * as server from 'react-dom/server';
import type * as Hooks from '../src/react.ts';

/** One version of React, and the hooks on it. */
export interface ReactBundle {
  readonly React: typeof React;
  readonly client: typeof client;
  readonly server: typeof server;
  readonly hooks: typeof Hooks;
}

/** Bundles a version of React with the hooks, as a page would, so that both find the same React. */
export async function bundleReact(version: '18' | '19'): Promise<ReactBundle> {
  const alias = version === '18' ? { react: 'react-18', 'react-dom': 'react-dom-18' } : {};
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export * as React from 'react';
        export * as client from 'react-dom/client';
        export * as server from 'react-dom/server';
        export * as hooks from './src/react.ts';
      `,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"development"' },
    alias,
    write: false,
    logLevel: 'error',
  });
  const [file] = outputFiles;
  const url = `data:text/javascript;base64,${Buffer.from(file?.text ?? '').toString('base64')}`;
  return (await import(url)) as ReactBundle;
}
