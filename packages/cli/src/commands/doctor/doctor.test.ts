import { PassThrough } from 'node:stream';
import { createHermes } from '@hermes4/node';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { KEY, type LocalHost, MANAGEMENT_KEY, openLocalHost } from '../../../test/local-host.ts';
import { type Outcome, runToEnd } from '../../../test/terminal.ts';
import type { Finding } from '../../doctor/finding.ts';

const place = useHome();

interface Situation {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

async function doctor(
  host: LocalHost,
  { columns, env = {}, args = [] }: Situation = {},
): Promise<Outcome> {
  const stdout = Object.assign(new PassThrough(), columns && { isTTY: true, columns });
  const { home, cwd } = place;
  return runToEnd(['doctor', ...args], {
    stdout,
    home,
    cwd,
    env: { ...host.env, NO_COLOR: '1', ...env },
  });
}

interface Report {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly checks: readonly Finding[];
}

/** What was found, by the names of the checks. */
async function report(
  host: LocalHost,
  situation: Situation = {},
): Promise<{ outcome: Outcome; found: Record<string, Finding>; all: Report }> {
  const args = ['--json', ...(situation.args ?? [])];
  const outcome = await doctor(host, { ...situation, args });
  const all = JSON.parse(outcome.stdout) as Report;
  expect([all.exitCode, all.ok]).toEqual([outcome.exitCode, outcome.exitCode === 0]);
  return { outcome, all, found: Object.fromEntries(all.checks.map((one) => [one.name, one])) };
}

const manager = (host: LocalHost): ReturnType<typeof createHermes> =>
  createHermes({ baseURL: host.baseURL, apiKey: MANAGEMENT_KEY }, {});

describe('hermes4 doctor', () => {
  it('finds nothing wrong where nothing is, and fits 80 columns', async () => {
    const host = await openLocalHost();
    const { exitCode, stdout, stderr } = await doctor(host, { columns: 80 });
    expect([exitCode, stderr]).toEqual([0, 'hermes4: all is well\n']);
    const said = stdout
      .replaceAll(host.origin, 'http://127.0.0.1:4405')
      .replaceAll(/Node .*/g, 'Node …')
      .replace(/after \d+ ms/, 'after 3 ms')
      .replace(/ {12}\/.*history\.db/, '            …');
    expect(
      said.replace(/to\n? +http:\S+ \(chosen by environment\) and\n? +ask/, 'to … and ask'),
    ).toBe(
      [
        '✓ node      Node …',
        '✓ settings  Calls go to … and ask nousresearch/hermes-4-405b',
        '✓ key       The key comes from AIMLAPI_API_KEY',
        '✓ proxy     No proxy is set',
        '✓ network   http://127.0.0.1:4405 answers, after 3 ms',
        '✓ model     The host serves nousresearch/hermes-4-405b',
        '✓ access    The key sk-12345 is enabled, may chat and has no limit',
        '✓ balance   $10.00 are left',
        '- speed     Nobody called the model in the last minutes; hermes4 doctor --ask',
        '            measures',
        '✓ history   History is kept in',
        '            …',
        '',
      ].join('\n'),
    );
    expect(stdout).not.toContain(KEY);
  });

  it('fits 40 columns, but for what has no blanks', async () => {
    const { stdout } = await doctor(await openLocalHost(), { columns: 40 });
    const tooLong = stdout.split('\n').filter((line) => line.length > 40);
    expect(tooLong.filter((line) => !line.includes('history.db'))).toEqual([]);
  });

  it('asks the model when told to, and then knows its speed', async () => {
    const { found } = await report(await openLocalHost(), { args: ['--ask'] });
    expect(found['answer']).toMatchObject({ status: 'ok', facts: { tokens: 16 } });
    expect(found['answer']?.summary).toMatch(/^The model answers: first token after \d+ ms/);
  });

  it('works with any host that speaks the API, and skips what it does not tell', async () => {
    const host = await openLocalHost({ account: false });
    const args = ['--base-url', host.baseURL, '--host', 'vllm', '-m', 'hermes-4-405b'];
    const { outcome, found } = await report(host, { args, env: { AIMLAPI_BASE_URL: '' } });
    expect(outcome.exitCode).toBe(0);
    expect(found['settings']).toMatchObject({ facts: { host: 'vllm', chosenBy: 'flags' } });
    expect(found['access']).toMatchObject({
      status: 'skipped',
      summary: 'This host does not tell',
    });
    expect(found['balance']).toMatchObject({ status: 'skipped' });
  });

  it.each<[string, string, Situation, number, Partial<Finding>]>([
    ['a wrong key', 'access', { env: { AIMLAPI_API_KEY: 'wrong-key-wrong-key-wrong' } }, 3, {}],
    [
      'no key',
      'key',
      { env: { AIMLAPI_API_KEY: '', AIMLAPI_BASE_URL: 'https://host.invalid/v1' } },
      3,
      { summary: 'There is no key for https://host.invalid' },
    ],
    [
      'a host that is away',
      'network',
      { args: ['--base-url', 'http://127.0.0.1:2/v1'] },
      5,
      { advice: 'Nothing listens at 127.0.0.1:2. Start the server that should: hermes4 serve' },
    ],
    [
      'a name that is not known',
      'network',
      { args: ['--base-url', 'http://host.invalid/v1'] },
      5,
      { advice: expect.stringContaining('The name host.invalid is not known here') as string },
    ],
    [
      'a model that the host has not',
      'model',
      { args: ['-m', 'no-such-model'] },
      2,
      { summary: 'The host does not list the model no-such-model' },
    ],
    [
      'a setting that cannot be used',
      'settings',
      { env: { HERMES4_RETRIES: 'many' } },
      2,
      { summary: expect.stringContaining('HERMES4_RETRIES: Expected') as string },
    ],
    [
      'a proxy that is none',
      'network',
      { env: { AIMLAPI_BASE_URL: 'https://host.invalid/v1', HTTPS_PROXY: 'user:pass@p:1' } },
      2,
      { summary: expect.stringContaining('HTTPS_PROXY cannot be used') as string },
    ],
    [
      'a key file that is not there',
      'key',
      { args: ['--key-file', '/no/such/key'] },
      2,
      { summary: 'The key file /no/such/key does not exist.' },
    ],
  ])('tells of %s, and what to do', async (_, name, situation, code, finding) => {
    const { outcome, found, all } = await report(await openLocalHost(), situation);
    expect(outcome.exitCode).toBe(code);
    expect(found[name]).toMatchObject({ status: 'failed', ...finding });
    expect(all.checks.find(({ status }) => status === 'failed')?.name).toBe(name);
    expect(outcome.stdout).not.toMatch(/wrong-key|pass@|\n {4}at /);
  });

  it('tells of a key that is disabled, out of scope or at its limit', async () => {
    const host = await openLocalHost();
    const { keys } = manager(host);
    const prefix = KEY.slice(0, 8);
    await keys.update(prefix, { scopes: ['model:image'] });
    const scoped = await report(host);
    expect([scoped.outcome.exitCode, scoped.found['access']]).toMatchObject([
      3,
      { status: 'failed', summary: 'The key sk-12345 may not chat: it has model:image' },
    ]);
    await keys.update(prefix, { scopes: null, limit: { retention: 'month', threshold: 25 } });
    expect((await report(host)).found['access']).toMatchObject({
      status: 'ok',
      summary: 'The key sk-12345 spent $0.00 this month; its limit is $25.00 (month)',
    });
    await keys.update(prefix, { disabled: true });
    const disabled = await report(host);
    expect([disabled.outcome.exitCode, disabled.found['access']?.status]).toEqual([3, 'failed']);
    expect(disabled.found['balance']).toMatchObject({ status: 'skipped' });
  });

  it.each([
    [0, 'failed', 4],
    [0.5, 'warning', 0],
  ])('tells that $%d is too little (%s)', async (balance, status, code) => {
    const start = { key: KEY, managementKey: MANAGEMENT_KEY, balance };
    const { outcome, found } = await report(await openLocalHost({ account: { start } }));
    expect([outcome.exitCode, found['balance']?.status]).toEqual([code, status]);
    expect(found['balance']?.advice).toContain('Top up');
  });

  it('tells of a proxy without its password, and of history that is off', async () => {
    const env = { http_proxy: 'http://user:password1234@p.example:8080', HERMES4_HISTORY: 'off' };
    const { outcome, found } = await report(await openLocalHost(), { env });
    expect(found['proxy']).toMatchObject({ facts: { proxy: 'http://p.example:8080' } });
    expect(found['history']).toMatchObject({ status: 'skipped' });
    expect(outcome.stdout).not.toContain('password1234');
  });
});
