import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The project, with everything in it. */
    readonly folder: string;
  }
}

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const packages = fileURLToPath(new URL('../../../packages', import.meta.url));

/** What is published, each package behind those that it needs. */
const PACKAGES = ['core', 'node', 'browser', 'server', 'ai-sdk', 'cli'];

/** The oldest Node that is promised, and the newest of the other majors. */
const NODES = { 'node-20': '20.19.0', 'node-22': '22.23.5', 'node-24': '24.22.3' };

/** Nothing that is installed is executed by that; a runtime's program is found beside its package. */
const SETTINGS =
  'ignore-scripts=true\npublic-hoist-pattern[]=@oven/*\npublic-hoist-pattern[]=@deno/*\npublic-hoist-pattern[]=@cloudflare/*\n';

/** Makes one project outside the workspace for all tests: runtimes, compilers, bundlers, and the packages as published. */
export default async function install({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hermes4-runtimes-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await fill(folder);
  } catch (error) {
    await remove();
    throw error;
  }
  provide('folder', folder);
  return remove;
}

async function fill(folder: string): Promise<void> {
  await cp(join(here, 'project'), folder, { recursive: true });
  await writeFile(join(folder, 'smoke.js'), await asJavaScript(join(here, 'smoke.ts')));
  const packed: Record<string, string> = {};
  for (const name of PACKAGES) packed[`@hermes4/${name}`] = `file:${await pack(name, folder)}`;
  const manifest = JSON.parse(await readFile(join(here, 'package.json'), 'utf8')) as Manifest;
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      ...manifest,
      dependencies: { ...manifest.dependencies, ...nodes(), ...packed },
      // They need each other in a version that no registry has.
      pnpm: { overrides: packed },
    }),
  );
  await writeFile(join(folder, '.npmrc'), SETTINGS);
  await run('pnpm', ['install', '--prefer-offline', '--no-lockfile', '--silent'], { cwd: folder });
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

async function pack(name: string, folder: string): Promise<string> {
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(packages, name),
  });
  return (JSON.parse(stdout) as { readonly filename: string }).filename;
}

/** Each platform's Node is a package of its own; those that choose between them do it in a script. */
function nodes(): Record<string, string> {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return Object.fromEntries(
    Object.entries(NODES).map(([name, version]) => [
      name,
      `npm:node-${platform}-${process.arch}@${version}`,
    ]),
  );
}

async function asJavaScript(file: string): Promise<string> {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(await readFile(file, 'utf8'), { compilerOptions }).outputText;
}
