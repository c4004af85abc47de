import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, inject, it } from 'vitest';
import { start } from '../support/child.ts';
import { type Command, commandOf, type Runtime, workerdCommand } from './programs.ts';
import { configOf } from './worker-config.ts';

const folder = inject('folder');
const NODES = ['Node 20', 'Node 22', 'Node 24'] as const;
const RUNTIMES: readonly Runtime[] = [...NODES, 'Bun', 'Deno'];
/** What React and the Vercel AI SDK ask of Deno. */
const ALLOWED = ['--allow-env', '--allow-read', '--allow-sys'];

/** What a program of the project prints. */
async function output([program, ...args]: Command): Promise<string> {
  const child = start([program, ...args], { cwd: folder, env: { DENO_NO_UPDATE_CHECK: '1' } });
  const { exitCode, stdout, stderr } = await child.outcome();
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

function expectAnswered(answers: unknown, by: readonly string[]): void {
  const { core } = answers as { readonly core: string };
  expect(core).toContain('“Say hi”');
  expect(answers).toEqual(Object.fromEntries(by.map((name) => [name, core])));
}

describe.each(RUNTIMES)('all packages, as they are published, on %s', (runtime) => {
  it.each(['import.mjs', 'require.cjs'])('give the same answer to %s', async (file) => {
    const answers: unknown = JSON.parse(
      await output(await commandOf(runtime, folder, file, ALLOWED)),
    );
    expectAnswered(answers, ['core', 'browser', 'aiSDK', 'node']);
  });
});

it('those that run everywhere give the same answer in workerd', async () => {
  await build({
    entryPoints: [join(folder, 'packages-worker.mjs')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*'],
    outfile: join(folder, 'packages-worker.bundle.mjs'),
    logLevel: 'error',
  });
  const config = configOf([['worker', 'packages-worker.bundle.mjs']]);
  const answers: unknown = JSON.parse(await output(await workerdCommand(folder, config)));
  expectAnswered(answers, ['core', 'browser', 'aiSDK']);
});

describe.each(NODES)('on %s', (runtime) => {
  it('the command asks', async () => {
    const file = 'node_modules/@hermes4/cli/bin/hermes4.js';
    const command = await commandOf(runtime, folder, file);
    expect(await output([...command, 'ask', '--local', 'Say hi'])).toContain('“Say hi”');
  });

  it('the browser package says what to use there', async () => {
    const said = await output(await commandOf(runtime, folder, 'browser-in-node.mjs'));
    expect(said).toContain('Use @hermes4/node for a program');
  });
});
