import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault, LocalServerOptions } from '@hermes4/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { someFaultPlans } from '../../packages/cli/test/fault-plans.ts';
import { holdHistory } from '../../packages/cli/test/hold-history.ts';
import { type Child, start } from './support/child.ts';
import { createCountingEngine } from './support/counting-engine.ts';
import { openHost } from './support/hosts.ts';
import { HERMES4 } from './support/paths.ts';

/** One way to leave. */
interface Way {
  readonly code: number;
  readonly because: string;
  readonly args: readonly string[];
  readonly host?: LocalServerOptions;
  /** What is done to the folder that history is in, beforehand. */
  readonly prepare?: (folder: string) => Promise<void> | void;
  /** What is done to the process, meanwhile. */
  readonly disturb?: (child: Child) => Promise<void>;
}

const ASK = ['ask', '--retries', '0', 'Say hi'];
const failing = (fault: Fault): LocalServerOptions => ({ faults: { plan: [{ fault }] } });
const refusing = (status: number): LocalServerOptions => failing({ fault: 'status', status });

const signaled =
  (signal: NodeJS.Signals) =>
  async (child: Child): Promise<void> => {
    await child.saw('stdout', 'H');
    child.process.kill(signal);
  };

const WAYS: readonly Way[] = [
  { code: 0, because: 'the host answers', args: ASK },
  {
    code: 1,
    because: 'the history is damaged',
    args: ['history', 'list'],
    prepare: (folder) => writeFileSync(join(folder, 'history.db'), 'no database '.repeat(500)),
  },
  { code: 2, because: 'the host finds the request wrong', args: ASK, host: refusing(400) },
  { code: 3, because: 'the host does not know the key', args: ASK, host: refusing(401) },
  { code: 4, because: 'the account is used up', args: ASK, host: refusing(402) },
  { code: 5, because: 'the host fails', args: ASK, host: refusing(500) },
  { code: 5, because: 'the connection breaks', args: ASK, host: failing({ fault: 'drop' }) },
  { code: 6, because: 'the host asks for patience', args: ASK, host: refusing(429) },
  { code: 7, because: 'the answer holds no code', args: ['ask', '-x', 'Say hi'] },
  {
    code: 8,
    because: 'the host does not count tokens',
    args: ['conformance', '--only', 'usage,stream'],
    host: failing({ fault: 'no-usage' }),
  },
  {
    code: 9,
    because: 'the answer passes a limit',
    args: ['ask', '--max-total-tokens', '20', 'Count'],
    host: { engine: createCountingEngine() },
  },
  {
    code: 10,
    because: 'another process writes to the history',
    args: ['history', 'remove', '--all', '--yes'],
    async prepare(folder) {
      onTestFinished(await holdHistory(join(folder, 'history.db'), 'an exchange to remove'));
    },
  },
  {
    code: 130,
    because: 'Ctrl-C is pressed',
    args: ASK,
    host: { tokensPerSecond: 5 },
    disturb: signaled('SIGINT'),
  },
  {
    code: 143,
    because: 'it is asked to end',
    args: ASK,
    host: { tokensPerSecond: 5 },
    disturb: signaled('SIGTERM'),
  },
];

const STACK = /^\s+at .*:\d+:\d+\)?$|TypeError|ReferenceError|RangeError/m;

describe('hermes4', () => {
  it.each(WAYS)('leaves with $code when $because', async (way) => {
    const folder = mkdtempSync(join(tmpdir(), 'hermes4-exit-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await way.prepare?.(folder);
    const { baseURL } = await openHost(way.host);
    const env = { AIMLAPI_BASE_URL: baseURL, HERMES4_DATA_DIR: folder };
    const child = start([...HERMES4, ...way.args], { env });
    await way.disturb?.(child);
    const { exitCode, stderr } = await child.outcome();
    expect({ exitCode, stderr }).toEqual({
      exitCode: way.code,
      stderr: expect.not.stringMatching(STACK) as string,
    });
  });

  it('has no other codes, and no fewer', async () => {
    const { stdout } = await start([...HERMES4, '--help']).outcome();
    const [, told = ''] = /^Exit codes: ([^]*)\.$/m.exec(stdout) ?? [];
    const documented = [...told.matchAll(/\b\d+\b/g)].map(([code]) => Number(code));
    expect(new Set(WAYS.map(({ code }) => code))).toEqual(new Set(documented));
  });

  it.each(someFaultPlans(20))(
    'ends in words and with one of them under %j, %j',
    async (plan, form) => {
      const { baseURL } = await openHost({ faults: { plan }, seed: 1 });
      const env = { AIMLAPI_BASE_URL: baseURL, AIMLAPI_API_KEY: 'sk-very-secret' };
      const args = ['ask', '--retries', '0', '--timeout', '0.6', ...form, 'Say hi'];
      const { exitCode, stdout, stderr } = await start([...HERMES4, ...args], { env }).outcome();
      expect(WAYS.map(({ code }) => code)).toContain(exitCode);
      expect(exitCode).not.toBe(1);
      expect(stderr).not.toMatch(STACK);
      expect(stdout + stderr).not.toContain('sk-very-secret');
      if (exitCode !== 0) expect(stderr).toMatch(/^hermes4: (?!asking)/m);
    },
  );
});
