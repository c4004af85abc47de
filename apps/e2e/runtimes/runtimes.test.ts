import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { start } from '../support/child.ts';
import { type OpenHosts, openHosts } from './hosts.ts';
import { type Installed, install, programIn } from './install.ts';
import { workerConfig } from './worker-config.ts';

type Command = readonly [string, ...string[]];

let installed: Installed;
let hosts: OpenHosts;

beforeAll(async () => {
  installed = await install();
}, 600_000);
afterAll(() => installed.remove());
beforeEach(async () => {
  hosts = await openHosts();
});
afterEach(() => hosts.close());

it.each<[string, (folder: string) => Command | Promise<Command>]>([
  ['Node', () => [process.execPath, 'script.mjs']],
  ['Bun', async (folder) => [await programIn(folder, '@oven', 'bun'), 'script.mjs']],
  ['Deno, allowed nothing but to ask this machine', deno],
  ['workerd', workerd],
])('core keeps its promises on %s', async (_, commandIn) => {
  const { folder } = installed;
  const [program, ...args] = await commandIn(folder);
  const env = { HOSTS: JSON.stringify(hosts.urls), DENO_NO_UPDATE_CHECK: '1' };
  const child = start([program, ...args], { cwd: folder, env });
  const { exitCode, stdout, stderr } = await child.outcome();
  expect(exitCode, stderr).toBe(0);
  const report = JSON.parse(stdout) as Record<string, unknown>;
  expect(report).toEqual({
    whole: expect.stringContaining('“Say hi”') as string,
    streamed: report['whole'],
    withTools: expect.stringContaining('“Say hi”') as string,
    account: { code: 'not_found', status: 404 },
    refused: { code: 'unauthorized', status: 401 },
    retried: 3,
    brokenOff: {
      code: 'stream_interrupted',
      status: 200,
      partial: expect.stringMatching(/^1 /) as string,
    },
    away: { code: 'connection_failed' },
    late: { code: 'timed_out' },
    aborted: true,
    left: 204,
  });
});

async function deno(folder: string): Promise<Command> {
  const program = await programIn(folder, '@deno', 'deno');
  const allowed = ['--no-prompt', '--allow-net=127.0.0.1', '--allow-env=HOSTS'];
  return [program, 'run', '--cached-only', ...allowed, 'script.mjs'];
}

async function workerd(folder: string): Promise<Command> {
  await writeFile(join(folder, 'config.capnp'), await workerConfig(folder));
  return [await programIn(folder, '@cloudflare', 'workerd'), 'test', 'config.capnp'];
}
