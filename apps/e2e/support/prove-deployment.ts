import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { start } from './child.ts';
import { HERMES4, ROOT } from './paths.ts';

type Proof = (words: readonly string[]) => Promise<undefined>;

/** Commands that need GPUs, a cluster or a model file: what they name must be there, and be what they say. */
export const DEPLOYMENT_PROOFS: readonly (readonly [RegExp, Proof])[] = [
  [/^(?:[A-Z_]+=\S+ )*(apps\/examples\/\S+\.sh)(?: \w+)?$/, readableScript],
  [/^export (VLLM_API_KEY)=/, variableOfScript],
  [/^(?:kubectl apply -f|serve deploy) (\S+)$/, existingFile],
  [/^kubectl create secret generic (\S+) (.+)$/, secretOfManifest],
  [/^npx @hermes4\/cli (engine) (install|remove)$/, commandOfHelp],
  [/^npx @hermes4\/cli (serve) (--engine gguf .+)$/, commandOfHelp],
  [/^npx @hermes4\/cli (doctor|conformance) (--base-url .+)$/, commandOfHelp],
];

function readableScript([file = '']: readonly string[]): Promise<undefined> {
  expect(spawnSync('sh', ['-n', join(ROOT, file)]).status).toBe(0);
  return Promise.resolve(undefined);
}

function variableOfScript([name = '']: readonly string[]): Promise<undefined> {
  const script = readFileSync(join(ROOT, 'apps/examples/cluster/vllm-one-node.sh'), 'utf8');
  expect(script).toContain(name);
  return Promise.resolve(undefined);
}

function existingFile([file = '']: readonly string[]): Promise<undefined> {
  expect(existsSync(join(ROOT, file)), file).toBe(true);
  return Promise.resolve(undefined);
}

function secretOfManifest([name = '', values = '']: readonly string[]): Promise<undefined> {
  const manifest = readFileSync(join(ROOT, 'apps/examples/cluster/relay.yaml'), 'utf8');
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
