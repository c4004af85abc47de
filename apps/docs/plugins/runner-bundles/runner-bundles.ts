import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { type BuildOptions, type Plugin as EsbuildPlugin, build as esbuild } from 'esbuild';
import { codeVariables } from '../../site/code-colors.ts';

/** The packages that examples may import beside the toolkit's own. */
const PACKAGES = ['zod'];

/**
 * Builds what the runner of examples is made of into `static/runner`: the worker with the client and the local
 * server, and each package. Their names carry a hash, so that a browser may keep them for ever.
 */
export async function runnerBundles({ siteDir, baseUrl }: LoadContext): Promise<Plugin> {
  const folder = join(siteDir, 'static/runner');
  const entry = join(siteDir, 'src/runner/sandbox/worker.ts');
  const bundles = [
    ['sandbox', bundle({ entryPoints: [entry], format: 'iife', plugins: [withoutNode] })] as const,
    ...PACKAGES.map((name) => [name, bundlePackage(name, siteDir)] as const),
  ];
  const files = new Map<string, string>();
  const texts: Record<string, string> = {};
  for (const [name, bundled] of bundles) {
    const text = await bundled;
    const file = `${name}.${hashOf(text)}.js`;
    files.set(name, file);
    texts[file] = text;
  }
  write(folder, texts);

  const urlOf = (name: string): string => `${baseUrl}runner/${files.get(name)}`;
  return {
    name: 'runner-bundles',
    injectHtmlTags: () => ({ headTags: [{ tagName: 'style', innerHTML: codeVariables }] }),
    contentLoaded: ({ actions }) => {
      actions.setGlobalData({
        sandbox: urlOf('sandbox'),
        packages: Object.fromEntries(PACKAGES.map((name) => [name, urlOf(name)])),
      });
    },
  };
}

/** As a program that fills `module.exports`. */
function bundlePackage(name: string, resolveDir: string): Promise<string> {
  return bundle({ stdin: { contents: `export * from '${name}'`, resolveDir }, format: 'cjs' });
}

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await esbuild({
    ...options,
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** What a page has in the place of Node's: files that stand beside a program can be read. */
const INSTEAD: Readonly<Record<string, string>> = {
  readFileSync: '(path) => globalThis.readBeside(path)',
  fileURLToPath: '(url) => decodeURIComponent(new globalThis.URL(url).pathname)',
};

/** What needs Node (files, proxies, sockets) is there by name, and says so when it is used. */
const withoutNode: EsbuildPlugin = {
  name: 'without-node',
  setup: (build) => {
    const filter = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: 'without-node' }));
    build.onLoad({ filter: /.*/, namespace: 'without-node' }, async ({ path }) => {
      const names = isBuiltin(path) ? Object.keys((await import(path)) as object) : [];
      const exports = names.filter((name) => name !== 'default' && /^\w+$/.test(name));
      return { contents: missing(path, exports), loader: 'js' };
    });
  },
};

/** Everything of a module by its name; what is read of it is more of the same, and what is called fails. */
function missing(path: string, exports: readonly string[]): string {
  return `const fail = () => { throw new Error('${path} needs Node, and this runs in a page.'); };
const get = (_, name) => name === Symbol.toPrimitive ? () => 0 : missing;
const missing = new Proxy(function () {}, { get, apply: fail, construct: fail });
export default missing;
${exports.map((name) => `export const ${name} = ${INSTEAD[name] ?? 'missing'};`).join('\n')}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!(name in files)) rmSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) {
    if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), text);
  }
}
