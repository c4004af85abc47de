import { once } from 'node:events';
import { hasRedis, NEEDS_REDIS, type RedisServer, startRedis } from '@hermes4/tooling/redis-server';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fakeIo, runToEnd } from '../../../test/terminal.ts';
import { EXIT } from '../../exit-code.ts';
import { Interruption } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { run } from '../../program.ts';

const PASSWORD = 'a-password-that-nobody-may-see';
const NOWHERE = `redis://:${PASSWORD}@127.0.0.1:1`;

/** Serves until the test is over, and tells what it said first. */
async function serve(args: readonly string[], env: Io['env'] = {}) {
  const stop = new AbortController();
  const io = fakeIo({ env, signal: stop.signal });
  const left = run(['serve', '--port', '0', ...args], io);
  onTestFinished(async () => {
    stop.abort(new Interruption(EXIT.interrupted));
    expect(await left).toBe(EXIT.interrupted);
  });
  const [address] = (await once(io.stdout, 'data')) as [Buffer];
  await new Promise((resolve) => setImmediate(resolve));
  return { banner: String(io.stderr.read()), ask: () => ask(String(address).trim()) };
}

async function ask(baseURL: string): Promise<number> {
  const { status } = await fetch(`${baseURL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"model":"nousresearch/hermes-4-405b","messages":[{"role":"user","content":"Hello"}],"max_tokens":5}',
  });
  return status;
}

describe('the limits of serve', () => {
  it('hold per process, and it says so', async () => {
    const { banner, ask } = await serve(['--usd-per-day', '0.00006']);
    expect(banner).toContain('Limits hold per process: another server counts for itself');
    expect([await ask(), await ask()]).toEqual([200, 429]);
  });

  it('are not spoken of where there are none', async () => {
    const { banner } = await serve([]);
    expect(banner).not.toContain('Limits');
  });

  it.each([
    ['nothing to share', ['--redis', NOWHERE], EXIT.usage, 'There is nothing to share'],
    ['no Redis', ['--concurrent', '4', '--redis'], EXIT.usage, 'Say where Redis is'],
    ['a failure of none', ['--redis-failure', 'allow'], EXIT.usage, 'Name it, too'],
    ['no address', ['--concurrent', '4', '--redis', PASSWORD], EXIT.usage, 'expected the address'],
    ['nobody there', ['--concurrent', '4', '--redis', NOWHERE], EXIT.unreachable, 'ECONNREFUSED'],
  ])('are refused with %s', async (_, args, code, words) => {
    const { exitCode, stdout, stderr } = await runToEnd(['serve', '--port', '0', ...args]);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain(PASSWORD);
  });

  it('are not there, and calls are let in, while nobody is there and that is said', async () => {
    const args = ['--concurrent', '4', '--redis', NOWHERE, '--redis-failure', 'allow'];
    const { banner, ask } = await serve(args);
    expect(banner).toContain(
      'ECONNREFUSED 127.0.0.1:1. Calls are let in uncounted until they can.',
    );
    expect(await ask()).toBe(200);
  });
});

describe.runIf(hasRedis)(`the limits of two servers with one Redis${NEEDS_REDIS}`, () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis('--requirepass', PASSWORD);
    return () => redis.remove();
  });

  it('are one, and the password is shown nowhere', async () => {
    const url = redis.url.replace('//', `//:${PASSWORD}@`);
    const limit = ['--usd-per-day', '0.00006'];
    const one = await serve([...limit, '--redis', url]);
    const other = await serve([...limit, '--redis'], { REDIS_URL: url });
    for (const { banner } of [one, other]) {
      expect(banner).toContain(`Limits are shared through Redis at ${redis.url}.`);
      expect(banner).not.toContain(PASSWORD);
    }
    expect([await one.ask(), await other.ask(), await one.ask()]).toEqual([200, 429, 429]);
  });
});
