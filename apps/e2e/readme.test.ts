import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolders, type Outcome } from './support/child.ts';
import { type Fence, fencesOf, filesLinkedIn } from './support/fences.ts';
import { openHost } from './support/hosts.ts';
import { ROOT } from './support/paths.ts';
import { proveCommand } from './support/prove-command.ts';
import { type CheckedPrograms, checkTypeScript } from './support/run-typescript.ts';

const DOCS = 'apps/docs/docs';
const GUIDES = `${DOCS}/guides`;
/** Proved where the versions of the AI SDK are that it speaks of: packages/ai-sdk/test/docs.test.ts. */
const ELSEWHERE = 'vercel-ai-sdk.md';
const KEY = 'the-key-of-an-account-for-documents';
const pages = [GUIDES, `${DOCS}/errors`, `${DOCS}/start`].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file !== ELSEWHERE && !file.startsWith('_'))
    .map((file) => `${folder}/${file}`),
);
const documents = ['README.md', 'CONTRIBUTING.md', ...pages];
const [, codes = ''] = readFileSync(join(ROOT, GUIDES, 'errors-and-retries.md'), 'utf8').split(
  '\n## Codes\n',
);
const codesInGuide = [...codes.matchAll(/^\| `(\w+)` /gm)].map(([, code = '']) => code);
const codesWithPage = readdirSync(join(ROOT, DOCS, 'errors')).map((file) => basename(file, '.md'));
let programs: CheckedPrograms;

beforeAll(async () => {
  const blocks = documents.flatMap(fencesOf).filter(({ kind }) => kind === 'ts');
  const lists = [codesInGuide, codesWithPage].map(everyCode);
  programs = await checkTypeScript([...blocks.map(({ code }) => code), ...lists]);
});
afterAll(() => programs.dispose());

describe.each(documents)('%s', (file) => {
  const named = fencesOf(file).map((fence) => [fence.place, fence.kind, fence] as const);

  it.each(named)('%s shows a block of %s that does what it shows', async (_, __, fence) => {
    const printed = await prove(fence);
    if (fence.shown !== undefined) expect(withoutPorts(printed)).toBe(withoutPorts(fence.shown));
  });

  it('links to files that exist', () => {
    const linked = filesLinkedIn(file);
    expect(linked.filter((target) => !existsSync(join(ROOT, dirname(file), target)))).toEqual([]);
  });
});

it('The documents have links, and they are found', () => {
  expect(documents.flatMap(filesLinkedIn).length).toBeGreaterThan(50);
});

describe('the guide to errors', () => {
  it('tells what to do about each code that there is, and about no other', () => {
    expect(programs.complaints(everyCode(codesInGuide))).toBe('');
  });

  it('is gone into for each code on a page of its own', () => {
    expect(programs.complaints(everyCode(codesWithPage))).toBe('');
  });
});

/** A program whose types hold when these are all the codes that there are. */
function everyCode(codes: readonly string[]): string {
  const complete = `({ ${codes.map((code) => `${code}: true`).join(', ')} }) satisfies Record<ErrorCode, true>;`;
  return `import type { ErrorCode } from '@hermes4/core';\n${complete}`;
}

/** Runs a block and returns all that it printed. */
async function prove({ kind, code }: Fence): Promise<string> {
  if (kind === 'sh' || kind === 'bash') return proveShell(code);
  if (kind === 'ts') return proveTypeScript(code);
  throw new Error(`No proof is known for blocks of the kind "${kind}".`);
}

/** The commands of a block follow each other: they keep what they keep in one place, which no other block sees. */
async function proveShell(code: string): Promise<string> {
  const { baseURL } = await openHost({ account: { start: { key: KEY } } });
  const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: baseURL, ...emptyFolders() };
  const commands = code.split('\n').map((line) => line.replace(/\s+#.*$/, '').trim());
  let printed = '';
  for (const command of commands.filter((line) => line !== '')) {
    printed += printedBy(await proveCommand(command, env));
  }
  return printed;
}

async function proveTypeScript(code: string): Promise<string> {
  const { baseURL } = await openHost({ keys: ['test-key'] });
  const env = { AIMLAPI_API_KEY: 'test-key', AIMLAPI_BASE_URL: baseURL };
  expect(programs.complaints(code)).toBe('');
  return printedBy(await programs.run(code, env));
}

function printedBy(outcome: Outcome | undefined): string {
  if (!outcome) return '';
  expect(outcome, outcome.stderr).toMatchObject({ exitCode: 0 });
  return outcome.stderr + outcome.stdout;
}

/** A free port is another one each time. */
function withoutPorts(text: string): string {
  return text.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:0');
}
