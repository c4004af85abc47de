import type { LocalServerOptions } from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { openLocalHost } from '../../../test/local-host.ts';
import { type Outcome, runToEnd } from '../../../test/terminal.ts';
import { EXIT } from '../../exit-code.ts';

const place = useHome();

/** Says a word a turn of the event loop, and never ends by itself. */
const endless = {
  name: 'endless',
  fingerprint: 'endless-1',
  tokenCounts: 'exact' as const,
  countTokens: () => 1,
  async *generate() {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      yield { text: 'on and ' };
    }
  },
};

async function hosted(
  options: LocalServerOptions = {},
): Promise<(args: readonly string[], env?: Record<string, string>) => Promise<Outcome>> {
  const host = await openLocalHost(options);
  return (args, env = {}) =>
    runToEnd(args, { home: place.home, cwd: place.cwd, env: { ...host.env, ...env } });
}

describe('a limit on what ask may spend', () => {
  it('stops an answer on its way, which stays on standard output and in the history', async () => {
    const run = await hosted({ engine: endless });
    const { exitCode, stdout, stderr } = await run(['ask', '--max-total-tokens', '20', 'Go']);
    expect(exitCode).toBe(EXIT.capped);
    expect(stdout).toMatch(/^(on and )+\n$/);
    expect(stderr).toMatch(/^hermes4: Stopped: \d+ tokens spent, and max-total-tokens is 20\.$/m);
    const kept = JSON.parse((await run(['history', 'show', '--json'])).stdout) as unknown[];
    expect(kept).toMatchObject([
      { finishReason: 'capped', answer: { content: stdout.slice(0, -1) } },
    ]);
  });

  it('keeps nothing of an answer that was still being thought about', async () => {
    const thinking = {
      ...endless,
      async *generate() {
        yield { text: '<think>\n' };
        yield* endless.generate();
      },
    };
    const run = await hosted({ engine: thinking });
    const args = ['ask', '--reasoning=show', '--max-total-tokens', '20', 'Go'];
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stdout]).toEqual([EXIT.capped, '']);
    expect(stderr).toContain('on and on and');
    expect((await run(['history', 'list', '--json'])).stdout).toBe('[]\n');
  });

  it.each([['-x'], ['--jsonl-events']])('holds for %s', async (...form) => {
    const run = await hosted({ engine: endless });
    const { exitCode, stderr } = await run(['ask', ...form, '--max-total-tokens', '20', 'Go']);
    expect([exitCode, stderr]).toEqual([EXIT.capped, expect.stringContaining('Stopped: ')]);
  });

  it('keeps --schema from asking again', async () => {
    const prose = { ...endless, generate: () => [{ text: 'No JSON at all.' }] };
    const run = await hosted({ engine: prose });
    const args = ['ask', '--schema', '{"type":"object"}', '--max-total-tokens', '1', 'Go'];
    const { exitCode, stdout, stderr } = await run(args);
    expect([exitCode, stdout]).toEqual([EXIT.capped, '']);
    expect(stderr).toMatch(/Stopped before a call: \d+ tokens and \$0\.\d+ spent/);
  });

  it.each<[string, string[], Record<string, string>]>([
    ['a flag', ['--max-cost', '0.00001'], {}],
    ['the environment', [], { HERMES4_MAX_COST: '0.00001' }],
  ])('in dollars, by %s, is told once the host has told the cost', async (_, args, env) => {
    const run = await hosted();
    const { exitCode, stdout, stderr } = await run(['ask', ...args, 'Say hi'], env);
    expect(exitCode).toBe(EXIT.capped);
    expect(stdout).toContain('“Say hi”');
    expect(stderr).toMatch(
      /The answer is whole but passed the limit: \d+ tokens and \$0\.0\d+ spent, and max-cost is \$0\.000010\./,
    );
  });

  it('of nothing sends nothing', async () => {
    const run = await hosted();
    const { exitCode, stdout, stderr } = await run(['ask', '-q', '--max-cost', '0', 'Say hi']);
    expect([exitCode, stdout, stderr]).toEqual([
      EXIT.capped,
      '',
      'hermes4: Stopped before a call: 0 tokens spent, and max-cost is $0.00.\n',
    ]);
  });

  it('that is not reached changes nothing', async () => {
    const run = await hosted();
    const args = ['ask', '--max-cost', '1', '--max-total-tokens', '100000', 'Say hi'];
    expect((await run(args)).exitCode).toBe(EXIT.ok);
  });

  it("is the person's own, not a project's", async () => {
    place.write('project/hermes4.toml', 'max-cost = 100\n');
    const run = await hosted();
    const { exitCode, stderr } = await run(['ask', 'Say hi']);
    expect([exitCode, stderr]).toEqual([
      EXIT.usage,
      expect.stringContaining('a project cannot set max-cost'),
    ]);
  });
});
