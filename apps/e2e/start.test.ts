import { describe, expect, it } from 'vitest';
import { type Child, start } from './support/child.ts';
import { parseCompletion } from './support/completion.ts';
import { openHost } from './support/hosts.ts';
import { ROOT } from './support/paths.ts';

const FIRST_QUESTION = 'Hello! What are you, and what are you running on?';
const KEY = 'sk-test-of-start';

/** What `pnpm start` runs. */
function startScript(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  return start([process.execPath, 'packages/tooling/start.mjs', ...args], { cwd: ROOT, env });
}

describe('start without a key', () => {
  it.each<[string, string, () => Child]>([
    ['its argument', 'Say hi', () => startScript(['Say hi'])],
    ['what is piped in', 'Say hi', () => piping(startScript(), 'Say hi\n')],
    ['a first question when the pipe brings nothing', FIRST_QUESTION, () => startScript()],
    ['a first question when there is no standard input', FIRST_QUESTION, withoutStdin],
  ])('asks %s and prints the answer alone', async (_, question, run) => {
    const { exitCode, stdout, stderr } = await run().outcome();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringMatching(
        /^hermes4: asking a local simulator at 127\.0\.0\.1:\d+, not the model\n$/,
      ) as string,
    });
    expect(stdout).toMatch(/^[^\n]*the local simulator of nousresearch\/hermes-4-405b[^\n]*\n$/);
    expect(stdout).toContain(`“${question}”`);
  });

  it('does not wait for a pipe to which nobody writes', async () => {
    const child = startScript();
    expect(await child.saw('stderr', 'asking a first question')).toContain('standard input');
    expect(await child.saw('stdout', '\n')).toContain(`“${FIRST_QUESTION}”`);
    expect((await child.outcome()).exitCode).toBe(0);
  });

  it('prints one chat completion and nothing else with --json', async () => {
    const { exitCode, stdout } = await startScript(['--json', 'Say hi']).outcome();
    expect(exitCode).toBe(0);
    const { choices } = parseCompletion(stdout);
    expect(choices[0]?.message.content).toContain('“Say hi”');
  });
});

describe('start with a key', () => {
  it('asks the host that the environment names, says so, and shows the key nowhere', async () => {
    const { baseURL } = await openHost({ keys: [KEY] });
    const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: baseURL };
    const outcome = await startScript(['Say hi'], env).outcome();
    expect(outcome).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('“Say hi”') as string,
      stderr: `hermes4: asking nousresearch/hermes-4-405b at ${new URL(baseURL).host}\n`,
    });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });

  it('leaves with 3 and the words of a host that refuses the key', async () => {
    const { baseURL } = await openHost({ keys: ['another-key'] });
    const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: baseURL };
    const outcome = await startScript(['Say hi'], env).outcome();
    expect(outcome).toMatchObject({ exitCode: 3, stdout: '' });
    expect(outcome.stderr).toContain('This request requires a valid API key.');
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });
});

function piping(child: Child, text: string): Child {
  child.process.stdin.end(text);
  return child;
}

function withoutStdin(): Child {
  const script = 'exec "$0" packages/tooling/start.mjs <&-';
  return start(['sh', '-c', script, process.execPath], { cwd: ROOT });
}
