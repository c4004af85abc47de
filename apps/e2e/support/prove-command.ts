import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Outcome, start } from './child.ts';
import { HERMES4, ROOT } from './paths.ts';
import { DEPLOYMENT_PROOFS } from './prove-deployment.ts';
import { folderOf, manifestIn } from './workspace.ts';

type Environment = Readonly<Record<string, string>>;
type Proof = (words: readonly string[], env: Environment) => Promise<Outcome | undefined>;

/**
 * Every kind of command that a document may show, with its proof. What would call a registry, or this
 * very test again, is held against the workspace instead of being run; the rest is run.
 */
const PROOFS: readonly (readonly [RegExp, Proof])[] = [
  ...DEPLOYMENT_PROOFS,
  [/^npx pnpm@10 start$/, runStart],
  [/^npx pnpm@10 install$/, () => Promise.resolve(undefined)],
  [/^npx pnpm@10 (?:run )?([\w:]+)$/, findScript],
  [/^npx pnpm@10 --filter (@hermes4\/\w+) (\w+)(?: (\S+))?$/, findScriptOf],
  [/^npm install (@hermes4\/\w+)(?: tsx| ioredis@5)?$/, findPublished],
  [/^npm (?:init -y|pkg set type=module)$/, () => Promise.resolve(undefined)],
  [/^python3 -m pip install requests$/, () => Promise.resolve(undefined)],
  [/^(?:npx tsx|node|python3|sh) (first[-_]call\.\w+)$/, findExample],
  [/^export (AIMLAPI_\w+)=\S+$/, findVariable],
  [/^unset (AIMLAPI_\w+)$/, findVariable],
  [/^npx @hermes4\/cli (serve)$/, runServe],
  [/^(?:npx @hermes4\/cli|hermes4) (.+)$/, runCommand],
];

/**
 * Proves one line of a shell block and returns what it printed, if it was run.
 *
 * @param env What the command line finds in its environment.
 */
export async function proveCommand(line: string, env: Environment): Promise<Outcome | undefined> {
  for (const [pattern, prove] of PROOFS) {
    const words = pattern.exec(line)?.slice(1);
    if (words) return prove(words, env);
  }
  throw new Error(`No proof is known for the command: ${line}`);
}

async function runStart(): Promise<Outcome> {
  const [command = '', ...args] = manifestIn().scripts?.['start']?.split(' ') ?? [];
  return start([command, ...args], { cwd: ROOT }).outcome();
}

function findScript([script = '']: readonly string[]): Promise<undefined> {
  expect(manifestIn().scripts).toHaveProperty([script]);
  return Promise.resolve(undefined);
}

function findScriptOf([name = '', script = '', file = '']: readonly string[]): Promise<undefined> {
  const folder = folderOf(name);
  expect(manifestIn(folder).scripts).toHaveProperty([script]);
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const tests = files.filter((path) => path.endsWith('.test.ts') && !path.includes('node_modules'));
  expect(tests).toContainEqual(expect.stringContaining(file));
  return Promise.resolve(undefined);
}

function findPublished([name = '']: readonly string[]): Promise<undefined> {
  expect(manifestIn(folderOf(name)).private).toBeUndefined();
  return Promise.resolve(undefined);
}

/** It is run in apps/examples, in every language. */
function findExample([file = '']: readonly string[]): Promise<undefined> {
  expect(readdirSync(join(ROOT, 'apps/examples/first-call'))).toContain(file);
  return Promise.resolve(undefined);
}

async function findVariable([name = '']: readonly string[]): Promise<undefined> {
  const { stdout } = await start([...HERMES4, '--help']).outcome();
  expect(stdout).toContain(name);
}

async function runServe(): Promise<undefined> {
  const child = start([...HERMES4, 'serve', '--port', '0']);
  const baseURL = (await child.saw('stdout', '\n')).trim();
  expect((await fetch(baseURL)).status).toBe(404);
  child.process.kill('SIGTERM');
  expect((await child.outcome()).exitCode).toBe(143);
}

async function runCommand([words = '']: readonly string[], env: Environment): Promise<Outcome> {
  return start(['sh', '-c', `exec "$0" "$1" ${words}`, ...HERMES4], { env }).outcome();
}
