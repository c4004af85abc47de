import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createHermes } from '@hermes4/node';
import { describe, expect, it } from 'vitest';
import { parseCompletion } from '../test/completion.ts';
import { KEY, useLocalHost } from '../test/local-host.ts';
import { findCurl, findPython } from '../test/programs.ts';
import { runExample } from '../test/run-example.ts';

const { resolve } = createRequire(import.meta.url);
/** The command that `npx @hermes4/cli` would install. */
const HERMES4 = join(resolve('@hermes4/cli/package.json'), '../bin/hermes4.js');

type Command = readonly [string, ...string[]];

// Looked for when the test runs, so that a missing program fails its own test with a sentence.
const languages: readonly (readonly [string, () => Command])[] = [
  ['TypeScript', () => [process.execPath, '--import', 'tsx', 'first-call/first-call.ts']],
  ['JavaScript', () => [process.execPath, 'first-call/first-call.mjs']],
  ['Python', () => [findPython(), 'first-call/first_call.py']],
  ['cURL', () => (findCurl(), ['sh', 'first-call/first-call.sh'])],
];

describe.each(languages)('the first call in %s', (_, commandOf) => {
  const host = useLocalHost();

  it('prints the answer as one chat completion', async () => {
    const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: host.baseURL };
    const { exitCode, stdout, stderr } = await runExample(commandOf(), env);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(parseCompletion(stdout).choices).toEqual(await choicesOf(host.baseURL));
  });

  it('ends with an error and the words of a host that refuses the key', async () => {
    const env = { AIMLAPI_API_KEY: 'wrong-key', AIMLAPI_BASE_URL: host.baseURL };
    const { exitCode, stdout, stderr } = await runExample(commandOf(), env);
    expect(exitCode).toBeGreaterThan(0);
    expect(stdout + stderr).toContain('401');
    expect(stdout + stderr).toContain('This request requires a valid API key.');
    expect(stdout + stderr).not.toContain('wrong-key');
  });
});

describe('the answer that the guide shows', () => {
  const host = useLocalHost();

  it('is the one that the call gets, but for its id and its time', async () => {
    const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: host.baseURL };
    const { stdout } = await runExample([process.execPath, 'first-call/first-call.mjs'], env);
    const shown = parseCompletion(readFileSync(new URL('answer.json', import.meta.url), 'utf8'));
    const { id, created } = shown;
    expect({ ...parseCompletion(stdout), id, created }).toEqual(shown);
  });
});

describe('the first call from the command line', () => {
  const host = useLocalHost();
  const command = [
    'sh',
    '-c',
    `npx() { shift; node "$HERMES4" "$@"; }\n. ./first-call/first-call.cli.sh`,
  ] as const;

  it('prints the text of the answer', async () => {
    const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: host.baseURL, HERMES4 };
    const { exitCode, stdout } = await runExample(command, env);
    const [choice] = await choicesOf(host.baseURL);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${choice?.message.content}\n` });
  });
});

/** The same question through the client: every language must get this answer. */
async function choicesOf(baseURL: string) {
  const hermes = createHermes({ apiKey: KEY, baseURL });
  const { choices } = await hermes.chat.completions.create({
    model: 'nousresearch/hermes-4-405b',
    messages: [{ role: 'user', content: 'Hello' }],
  });
  return choices;
}
