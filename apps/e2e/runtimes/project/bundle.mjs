// Bundles the page with the bundler that is named, as a newcomer would: with next to no settings.
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const [bundler] = process.argv.slice(2);
const folder = join(process.cwd(), 'bundles', bundler);

await {
  vite: async () => {
    const { build } = await import('vite');
    await build({ logLevel: 'warn', build: { outDir: folder } });
  },
  webpack: async () => {
    const { default: webpack } = await import('webpack');
    const stats = await promisify(webpack)({
      mode: 'production',
      entry: './page.mjs',
      output: { path: folder, filename: 'page.mjs' },
    });
    const { errors } = stats.toJson({ all: false, errors: true });
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    await copyFile('index.html', join(folder, 'index.html'));
  },
  esbuild: async () => {
    const { build } = await import('esbuild');
    await build({
      entryPoints: ['page.mjs'],
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      outdir: folder,
      outExtension: { '.js': '.mjs' },
    });
    await copyFile('index.html', join(folder, 'index.html'));
  },
}[bundler]();
