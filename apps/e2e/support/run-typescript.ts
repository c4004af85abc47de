import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outcome, start } from './child.ts';

const nodeModules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
const tsx = import.meta.resolve('tsx');

const strictly = JSON.stringify({
  extends: '../../../../packages/tooling/tsconfig/test.json',
  include: ['block.ts'],
  exclude: [],
});

/** Checks the types of a piece of TypeScript; if they hold, runs it. */
export async function runTypeScript(
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  // Beside the packages that it imports, where no other tool looks.
  const cwd = await mkdtemp(join(nodeModules, '.block-'));
  try {
    await writeFile(join(cwd, 'block.ts'), code);
    await writeFile(join(cwd, 'package.json'), '{ "type": "module" }');
    await writeFile(join(cwd, 'tsconfig.json'), strictly);
    const checked = await start([process.execPath, tsc, '-p', '.'], { cwd }).outcome();
    if (checked.exitCode !== 0) throw new Error(`The types do not hold: ${checked.stdout}`);
    return await start([process.execPath, '--import', tsx, 'block.ts'], { cwd, env }).outcome();
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
