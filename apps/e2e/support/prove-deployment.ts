import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { start } from './child.ts';
import { HERMES4, ROOT } from './paths.ts';

const CLUSTER = 'apps/examples/cluster';

type Proof = (words: readonly string[]) => Promise<undefined>;

/** Commands that need GPUs, a cluster or a model file: what they name must be there, and be what they say. */
export const DEPLOYMENT_PROOFS: readonly (readonly [RegExp, Proof])[] = [
  [/^(?:[A-Z_]+=\S+ )*(apps\/examples\/\S+\.sh)(?: \w+)?$/, readableScript],
  [/^export (VLLM_API_KEY)=/, variableOfScript],
  [/^(?:kubectl apply -f|serve deploy) (\S+)$/, existingFile],
  [/^kubectl create secret generic (\S+) (.+)$/, secretOfManifest],
  [/^npx @hermes4\/cli (engine) (install|remove)$/, commandOfHelp],
  [/^npx @hermes4\/cli (serve) (--engine gguf .+)$/, commandOfHelp],
  [/^export (RACK_KEY)=/, variableOfUpstreams],
  [/^export (ADMIN_KEY)=/, () => Promise.resolve(undefined)],
  [
    /^npx @hermes4\/cli serve --engine relay --upstreams upstreams\.json(?: --admin-key-file \S+)?$/,
    administers,
  ],
  [
    /^curl -H \"authorization: Bearer \$ADMIN_KEY\"(?: -X (PUT|DELETE))? http:\/\/127\.0\.0\.1:4405(\/admin\/\S+)$/,
    administers,
  ],
  [/^export (REDIS_URL)=/, variableOfServe],
  [/^npx -p @hermes4\/cli -p ioredis@5 hermes4 (serve) (.+)$/, commandOfHelp],
  [/^npx @hermes4\/cli (doctor|conformance) (--base-url .+)$/, commandOfHelp],
];

function readableScript([file = '']: readonly string[]): Promise<undefined> {
  expect(spawnSync('sh', ['-n', join(ROOT, file)]).status).toBe(0);
  return Promise.resolve(undefined);
}

function variableOfScript([name = '']: readonly string[]): Promise<undefined> {
  const script = readFileSync(join(ROOT, CLUSTER, 'vllm-one-node.sh'), 'utf8');
  expect(script).toContain(name);
  return Promise.resolve(undefined);
}

async function variableOfServe([name = '']: readonly string[]): Promise<undefined> {
  const { stdout } = await start([...HERMES4, 'serve', '--help']).outcome();
  expect(stdout).toContain(name);
}

function variableOfUpstreams([name = '']: readonly string[]): Promise<undefined> {
  const upstreams = readFileSync(join(ROOT, CLUSTER, 'upstreams.json'), 'utf8');
  expect(upstreams).toContain(name);
  return Promise.resolve(undefined);
}

/** A relay over the upstreams that the guide shows, none of which is there, answers those who look after it. */
async function administers([method = 'GET', path = '/admin/upstreams']: readonly (
  | string
  | undefined
)[]): Promise<undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'hermes4-admin-'));
  const adminKeyFile = join(folder, 'admin-key.txt');
  writeFileSync(adminKeyFile, 'sk-admin');
  const files = ['--upstreams', 'upstreams.json', '--admin-key-file', adminKeyFile];
  const args = ['serve', '--port', '0', '--engine', 'relay', ...files];
  const child = start([...HERMES4, ...args], {
    cwd: join(ROOT, CLUSTER),
    env: { RACK_KEY: 'sk-rack' },
  });
  try {
    const baseURL = (await child.saw('stdout', '\n')).trim();
    const headers = { authorization: 'Bearer sk-admin' };
    const response = await fetch(new URL(path, baseURL), { method, headers });
    expect(await response.json()).toMatchObject({
      upstreams: [{ name: 'rack-a' }, { name: 'rack-b' }],
    });
  } finally {
    child.process.kill('SIGTERM');
    await child.outcome();
    rmSync(folder, { recursive: true });
  }
}

function existingFile([file = '']: readonly string[]): Promise<undefined> {
  expect(existsSync(join(ROOT, file)), file).toBe(true);
  return Promise.resolve(undefined);
}

function secretOfManifest([name = '', values = '']: readonly string[]): Promise<undefined> {
  const manifest = readFileSync(join(ROOT, CLUSTER, 'relay.yaml'), 'utf8');
  const wanted = [...manifest.matchAll(/secretKeyRef: \{ name: (\S+), key: (\S+) \}/g)];
  const given = [...values.matchAll(/--from-literal=([\w-]+)=/g)].map(([, key]) => [name, key]);
  expect(wanted.map(([, secret, key]) => [secret, key])).toEqual(given);
  return Promise.resolve(undefined);
}

/** Its help knows every option and subcommand. */
async function commandOfHelp([command = '', rest = '']: readonly string[]): Promise<undefined> {
  const { exitCode, stdout } = await start([...HERMES4, command, '--help']).outcome();
  expect(exitCode).toBe(0);
  for (const word of rest.split(' ').filter((one) => /^(?:--|install$|remove$)/.test(one))) {
    // Options that every command takes are in the help of all.
    if (word !== '--base-url') expect(stdout).toContain(word);
  }
  return undefined;
}
