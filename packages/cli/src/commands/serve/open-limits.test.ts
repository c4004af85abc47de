import { hasRedis, NEEDS_REDIS, type RedisServer, startRedis } from '@hermes4/tooling/redis-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../../test/serve.ts';
import { runToEnd } from '../../../test/terminal.ts';
import { EXIT } from '../../exit-code.ts';

const PASSWORD = 'a-password-that-nobody-may-see';
const NOWHERE = `redis://:${PASSWORD}@127.0.0.1:1`;

/** The status of a call. */
async function ask(url: string): Promise<number> {
  const { status } = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"model":"nousresearch/hermes-4-405b","messages":[{"role":"user","content":"Hello"}],"max_tokens":5}',
  });
  return status;
}

describe('the limits of serve', () => {
  it('hold per process, and it says so', async () => {
    const { banner, url } = await serve(['--usd-per-day', '0.00006']);
    expect(banner).toContain('Limits hold per process: another server counts for itself');
    expect([await ask(url), await ask(url)]).toEqual([200, 429]);
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
    const { banner, url } = await serve(args);
    expect(banner).toContain(
      'ECONNREFUSED 127.0.0.1:1. Calls are let in uncounted until they can.',
    );
    expect(await ask(url)).toBe(200);
  });
});

describe.runIf(hasRedis)(`the limits of two servers with one Redis${NEEDS_REDIS}`, () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis('--requirepass', PASSWORD);
    return () => redis.remove();
  });

  it('are one, and the password is shown nowhere', async () => {
    const address = redis.url.replace('//', `//:${PASSWORD}@`);
    const limit = ['--usd-per-day', '0.00006'];
    const one = await serve([...limit, '--redis', address]);
    const other = await serve([...limit, '--redis'], { env: { REDIS_URL: address } });
    for (const { banner } of [one, other]) {
      expect(banner).toContain(`Limits are shared through Redis at ${redis.url}.`);
      expect(banner).not.toContain(PASSWORD);
    }
    expect([await ask(one.url), await ask(other.url), await ask(one.url)]).toEqual([200, 429, 429]);
  });
});
