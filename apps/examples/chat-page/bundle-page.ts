import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { build } from 'esbuild';

/** A file as the page gets it. */
export interface PageFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Bundles the page in a folder, by the paths that its files are asked for. */
export async function bundlePage(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'chat.tsx'), join(folder, 'style.css')],
    outdir: folder,
    bundle: true,
    // What few calls need is loaded when it is needed.
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  const files = new Map<string, PageFile>();
  const add = (path: string, bytes: Uint8Array): void => {
    files.set(path, { bytes, type: TYPES[extname(path)] ?? 'application/octet-stream' });
  };
  for (const { path, contents } of outputFiles) add(`/${relative(folder, path)}`, contents);
  add('/icon.svg', await readFile(join(folder, 'icon.svg')));
  const page = await readFile(join(folder, 'index.html'));
  files.set('/', { bytes: page, type: TYPES['.html'] ?? '' });
  return files;
}
