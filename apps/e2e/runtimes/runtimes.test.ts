import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { start } from '../support/child.ts';
import { type OpenHosts, openHosts } from './hosts.ts';
import { type Command, commandOf, workerdCommand } from './programs.ts';
import { workerConfig } from './worker-config.ts';

const folder = inject('folder');
let hosts: OpenHosts;

beforeEach(async () => {
  hosts = await openHosts();
});
afterEach(() => hosts.close());

it.each<[string, () => Promise<Command>]>([
  ['Node', () => commandOf('Node 20', folder, 'script.mjs')],
  ['Bun', () => commandOf('Bun', folder, 'script.mjs')],
  ['Deno, allowed nothing but to ask this machine', () => commandOf('Deno', folder, 'script.mjs')],
  ['workerd', async () => workerdCommand(folder, await workerConfig(folder))],
])('core keeps its promises on %s', async (_, commandOf) => {
  const [program, ...args] = await commandOf();
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
      partial: expect.stringMatching(/^1\b/) as string,
    },
    away: { code: 'connection_failed' },
    late: { code: 'timed_out' },
    aborted: true,
    left: 204,
  });
});
