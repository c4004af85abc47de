import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const core = dirname(fileURLToPath(import.meta.resolve('@hermes4/core/package.json')));

/** A folder that holds the runtimes, core as it would be published, and the script. */
export interface Installed {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Installs from the registry; nothing that is installed is executed by that. */
export async function install(): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'hermes4-runtimes-'));
  for (const file of ['package.json', 'script.mjs', 'worker.mjs']) {
    await copyFile(join(here, file), join(folder, file));
  }
  await writeFile(join(folder, 'smoke.js'), await asJavaScript(join(here, 'smoke.ts')));
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: core,
  });
  const tarball = `./${packed.stdout.trim()}`;
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await run('npm', ['install', ...flags, tarball], { cwd: folder });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function asJavaScript(file: string): Promise<string> {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(await readFile(file, 'utf8'), { compilerOptions }).outputText;
}

/**
 * The one program for this machine among the packages of a scope: each runtime publishes one for each
 * platform, and of those only the one that fits is installed.
 */
export async function programIn(folder: string, scope: string, name: string): Promise<string> {
  const files = await readdir(join(folder, 'node_modules', scope), {
    recursive: true,
    withFileTypes: true,
  });
  const program = files.find((file) => file.isFile() && file.name.replace(/\.exe$/, '') === name);
  if (program) return join(program.parentPath, program.name);
  throw new Error(`${scope} has no ${name} for ${process.platform} on ${process.arch}.`);
}
