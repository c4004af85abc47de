import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../test/home.ts';
import { KEY, type LocalHost, openLocalHost } from '../../test/local-host.ts';
import { type Outcome, runToEnd } from '../../test/terminal.ts';

const place = useHome();
const NOON = Date.parse('2026-11-28T12:00:00Z');
const clock = { now: () => NOON, after: () => () => undefined };
const MODEL = 'nousresearch/hermes-4-405b';

interface Situation {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

async function hermes4(
  args: readonly string[],
  host: LocalHost,
  { columns, env = {} }: Situation = {},
): Promise<Outcome> {
  const stdout = Object.assign(new PassThrough(), columns && { isTTY: true, columns });
  const { home, cwd } = place;
  const all = { ...host.env, NO_COLOR: '1', HERMES4_HISTORY: 'off', ...env };
  return runToEnd(args, { stdout, home, cwd, env: all });
}

/** A host of which one call succeeded and one was refused. */
async function usedHost(): Promise<LocalHost> {
  const host = await openLocalHost({ clock });
  await hermes4(['ask', 'Why?', '--seed', '1', '--max-tokens', '8', '-q'], host);
  await hermes4(['ask', 'Why?', '-m', 'no-such-model', '-q'], host);
  return host;
}

describe('hermes4 models', () => {
  it('lists those that chat, with prices, within 80 columns and within 40', async () => {
    const host = await usedHost();
    expect((await hermes4(['models'], host, { columns: 80 })).stdout).toBe(
      'MODEL                       CONTEXT     IN    OUT  CAN\n' +
        'nousresearch/hermes-4-405b  131,000  $1.05  $3.15  tools schemas\n',
    );
    expect((await hermes4(['models', '--speed'], host, { columns: 40 })).stdout).toBe(
      `${MODEL}\n  CONTEXT      131,000\n  IN           $1.05\n  OUT          $3.15\n  FIRST TOKEN  0 ms\n`,
    );
  });

  it('needs no key', async () => {
    const host = await openLocalHost();
    const env = { AIMLAPI_API_KEY: '' };
    expect((await hermes4(['models', '405B'], host, { env })).stdout).toContain(MODEL);
  });

  it('prints JSON, and nothing but it', async () => {
    const { stdout, stderr } = await hermes4(['models', '--json', '--speed'], await usedHost());
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject([
      { id: MODEL, pricing: { kind: 'fixed' }, speed: { ttft_ms: { p50: 0 } } },
    ]);
  });

  it('says what it did not find', async () => {
    const { exitCode, stdout, stderr } = await hermes4(['models', 'x', '-q'], await usedHost());
    expect([exitCode, stdout, stderr]).toEqual([0, '', '']);
    expect((await hermes4(['models', 'x'], await usedHost())).stderr).toContain(
      'has no model in whose name x occurs that chats; --all lists every kind',
    );
  });
});

describe('hermes4 balance', () => {
  it('prints what is left, and the ledger', async () => {
    const host = await usedHost();
    expect((await hermes4(['balance'], host)).stdout).toBe('$10.00\n');
    expect(JSON.parse((await hermes4(['balance', '--json'], host)).stdout)).toMatchObject({
      currency: 'USD',
    });
    const { stdout } = await hermes4(['balance', '--ledger'], host, { columns: 80 });
    expect(stdout).toMatch(
      /^WHEN +AMOUNT {2}FOR +MODEL\n2026-11-28 \d\d:00 {2}-\$0\.0000\d\d {2}model usage {2}nousresearch\/hermes-4-405b\n2026-11-28 \d\d:00 +\+\$10\.00 {2}init\n$/,
    );
    const one: unknown = JSON.parse(
      (await hermes4(['balance', '--ledger', '-n', '1', '--json'], host)).stdout,
    );
    expect(one).toMatchObject([{ direction: 'CHARGE', model: MODEL }]);
  });

  it('tells of a host that keeps no account', async () => {
    const { exitCode, stderr } = await hermes4(
      ['balance'],
      await openLocalHost({ account: false }),
    );
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('keeps no account')]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['a wrong key', { AIMLAPI_API_KEY: 'wrong-key-wrong-key-wrong' }, 3, '401 from the host'],
    ['no key', { AIMLAPI_API_KEY: '', AIMLAPI_BASE_URL: 'https://h.example/v1' }, 3, 'No API key'],
    ['a host that is away', { AIMLAPI_BASE_URL: 'http://127.0.0.1:1/v1' }, 5, 'Could not reach'],
  ])('tells of %s', async (_, env, code, message) => {
    const args = ['balance', '--json'];
    const { exitCode, stdout, stderr } = await hermes4(args, await openLocalHost(), {
      env: { HERMES4_RETRIES: '0', ...env },
    });
    expect([exitCode, stdout, stderr]).toEqual([code, '', expect.stringContaining(message)]);
    expect(stderr).not.toContain(env['AIMLAPI_API_KEY'] || KEY);
  });
});

describe('hermes4 usage and hermes4 logs', () => {
  it('sum up and list what a key did', async () => {
    const host = await usedHost();
    const usage = await hermes4(['usage', '--by', 'day,model'], host, { columns: 80 });
    expect(usage.stdout).toMatch(
      /^\$0\.0000\d\d for 1 paid request, 2026-10-29 \d\d:00 to 2026-11-28 \d\d:00\n\nDAY +MODEL +SPENT {2}CALLS {2}FAILED {2}READ {2}WRITTEN\n2026-11-28 {2}nousresearch\/hermes-4-405b +\$0\.0000\d\d +1 +0 +\d+ +8\n/,
    );
    const logs = await hermes4(['logs'], host, { columns: 80 });
    expect(logs.stdout).toMatch(/^WHEN +STATUS +COST {2}TOKENS {2}MODEL\n/);
    expect(logs.stdout).toMatch(
      / {2}succeeded {2}\$0\.0000\d\d +\d+ {2}nousresearch\/hermes-4-405b\n/,
    );
    for (const { stdout } of [
      await hermes4(['logs'], host, { columns: 40 }),
      await hermes4(['usage'], host, { columns: 40 }),
    ]) {
      const [, ...rest] = stdout.split('\n');
      expect(Math.max(...rest.map((line) => line.length))).toBeLessThanOrEqual(40);
    }
    const json: unknown = JSON.parse(
      (await hermes4(['logs', '--json', '--status', 'succeeded'], host)).stdout,
    );
    expect(json).toMatchObject([{ status: 'succeeded', model: MODEL }]);
    expect(JSON.parse((await hermes4(['usage', '--json'], host)).stdout)).toMatchObject({
      requests: 1,
    });
  });

  it('go through as many pages as it takes, and no further', async () => {
    const host = await openLocalHost({ clock });
    const ask = async (): Promise<unknown> =>
      fetch(`${host.baseURL}/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          model: MODEL,
          max_tokens: 1,
          messages: [{ role: 'user', content: 'x' }],
        }),
      }).then((answer) => answer.text());
    for (let call = 0; call < 103; call += 1) await ask();
    const listed = async (count: number): Promise<number> => {
      const { stdout } = await hermes4(['logs', '-n', String(count), '--json'], host);
      return (JSON.parse(stdout) as unknown[]).length;
    };
    expect([await listed(102), await listed(7), await listed(500)]).toEqual([102, 7, 103]);
  });

  it('say when there was nothing', async () => {
    const { exitCode, stdout, stderr } = await hermes4(['logs'], await openLocalHost());
    expect([exitCode, stdout, stderr]).toEqual([
      0,
      '',
      expect.stringContaining('no such requests'),
    ]);
    expect((await hermes4(['usage'], await openLocalHost())).stdout).toContain(
      '$0.00 for 0 paid requests',
    );
  });

  it.each<[string[], string]>([
    [['logs', '--since', 'soon'], '--since: expected hours or days such as 24h or 7d'],
    [['logs', '--end', '2026-01-01'], '--end needs --start'],
    [['usage', '--since', '1d', '--start', '2026-01-01'], '--since cannot be used together'],
    [
      ['usage', '--start', '2025-01-01', '--end', '2026-01-01'],
      'end: expected a moment at most 92 days',
    ],
    [['usage', '--key-prefix', KEY], 'the first 8 characters of a key, never the whole key'],
    [['usage', '--tz', 'Nowhere'], 'tz: expected the exact IANA name'],
    [['logs', '--status', 'odd'], 'Allowed choices are succeeded, failed'],
  ])('tell of a mistake in %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await hermes4(args, await openLocalHost());
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(stderr).not.toContain(KEY);
  });
});
