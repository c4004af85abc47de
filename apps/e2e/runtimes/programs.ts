import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

/** What runs a file. */
export type Runtime = 'Node 20' | 'Node 22' | 'Node 24' | 'Bun' | 'Deno';

/**
 * How a file of the project is run.
 *
 * @param allowed What Deno lets it do besides asking this machine.
 */
export async function commandOf(
  runtime: Runtime,
  folder: string,
  file: string,
  allowed: readonly string[] = ['--allow-env=HOSTS'],
): Promise<Command> {
  if (runtime === 'Bun') return [await programIn(folder, '@oven', 'bun'), file];
  if (runtime === 'Deno') {
    const flags = ['--cached-only', '--no-prompt', '--allow-net=127.0.0.1', ...allowed];
    return [await programIn(folder, '@deno', 'deno'), 'run', ...flags, file];
  }
  return [join(folder, 'node_modules', runtime.toLowerCase().replace(' ', '-'), 'bin/node'), file];
}

/** How workerd tests the worker that a configuration describes. */
export async function workerdCommand(folder: string, config: string): Promise<Command> {
  await writeFile(join(folder, 'config.capnp'), config);
  return [await programIn(folder, '@cloudflare', 'workerd'), 'test', 'config.capnp'];
}

/**
 * The one program for this machine among the packages of a scope: each runtime publishes one for each
 * platform, and of those only the one that fits is installed.
 */
async function programIn(folder: string, scope: string, name: string): Promise<string> {
  const packages = join(folder, 'node_modules', scope);
  for (const platform of await readdir(packages)) {
    const files = await readdir(join(packages, platform), {
      recursive: true,
      withFileTypes: true,
    });
    const program = files.find((file) => file.isFile() && file.name.replace(/\.exe$/, '') === name);
    if (program) return join(program.parentPath, program.name);
  }
  throw new Error(`${scope} has no ${name} for ${process.platform} on ${process.arch}.`);
}
