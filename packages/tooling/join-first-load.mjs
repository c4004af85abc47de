import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const JOINED = 'first-load.js';
const CHUNK = /^(?:import|export) .* from '\.{1,2}\/(.+)';$/gm;

/**
 * Joins the chunks that a client loads at once to one file. A bundler splits them by who shares them; a page loads
 * them together, and each file by itself costs it a request and compresses worse.
 *
 * @param {string} dist Where a package was built to.
 * @param {{ readonly first: string, readonly copied: readonly string[] }} entries The entry whose chunks are joined; and
 *   those that are copied to wherever they are used, because sharing them would have every page load them.
 * @returns {Promise<void>}
 */
export async function joinFirstLoad(dist, entries) {
  const first = await loadedBy(dist, `${entries.first}.js`);
  const copied = new Set();
  for (const entry of entries.copied) {
    for (const name of await loadedBy(dist, `${entry}.js`)) if (!first.has(name)) copied.add(name);
  }
  const all = (await readdir(dist)).filter((name) => name.endsWith('.js'));
  const others = all.filter((name) => !first.has(name) && !copied.has(name));
  /** @satisfies {import('esbuild').BuildOptions} */
  const shared = {
    bundle: true,
    format: /** @type {const} */ ('esm'),
    target: 'es2022',
    sourcemap: true,
    outdir: dist,
    allowOverwrite: true,
  };
  await build({
    ...shared,
    stdin: {
      contents: [...first].map((name) => `export * from './${name}';`).join('\n'),
      resolveDir: dist,
      sourcefile: JOINED,
    },
    entryNames: basename(JOINED, '.js'),
    plugins: [keepApart((name) => (first.has(name) ? undefined : name))],
  });
  await build({
    ...shared,
    entryPoints: others.map((name) => join(dist, name)),
    plugins: [
      keepApart((name) => {
        if (copied.has(name)) return undefined;
        return first.has(name) ? JOINED : name;
      }),
    ],
  });
  for (const name of [...first, ...copied]) {
    await rm(join(dist, name));
    await rm(join(dist, `${name}.map`));
  }
}

/**
 * The chunks that a file imports, and those that they import.
 *
 * @param {string} dist
 * @param {string} name
 * @param {Set<string>} found
 * @returns {Promise<ReadonlySet<string>>}
 */
async function loadedBy(dist, name, found = new Set()) {
  const code = await readFile(join(dist, name), 'utf8');
  for (const [, chunk = ''] of code.matchAll(CHUNK)) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    await loadedBy(dist, chunk, found);
  }
  return found;
}

/**
 * Leaves imports of chunks as they are, under the name that is given for each; one without a name is taken in.
 *
 * @param {(name: string) => string | undefined} nameOf
 * @returns {import('esbuild').Plugin}
 */
function keepApart(nameOf) {
  return {
    name: 'keep-apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, kind }) => {
        const name = kind === 'entry-point' ? undefined : nameOf(basename(path));
        return name === undefined
          ? undefined
          : { path: path.replace(basename(path), name), external: true };
      });
    },
  };
}
