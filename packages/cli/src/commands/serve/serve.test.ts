import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { withHost } from '../../../test/host.ts';
import { fakeIo, runToEnd } from '../../../test/terminal.ts';
import { EXIT } from '../../exit-code.ts';
import { Interruption } from '../../failure.ts';
import { run } from '../../program.ts';

describe('serve', () => {
  it('prints its base URL alone, says what answers, and serves until it is interrupted', async () => {
    const interruption = new AbortController();
    const io = fakeIo({ signal: interruption.signal });
    const left = run(['serve', '--port', '0'], io);
    const [address] = (await once(io.stdout, 'data')) as [Buffer];
    expect(String(address)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\n$/);
    const url = String(address).trim();
    const answer = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"model":"nousresearch/hermes-4-405b","messages":[{"role":"user","content":"Hello"}]}',
    });
    expect(await answer.text()).toContain('local simulator');
    interruption.abort(new Interruption(EXIT.interrupted));
    expect(await left).toBe(EXIT.interrupted);
    const said = String(io.stderr.read());
    expect(said).toContain('a simulator with no model inside');
    expect(said).toContain(`curl ${url}/chat/completions`);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('on a port that is taken leaves with 2 and says what to do', async () => {
    await withHost(
      () => undefined,
      async (env) => {
        const { port } = new URL(env['AIMLAPI_BASE_URL'] ?? '');
        const { exitCode, stdout, stderr } = await runToEnd(['serve', '--port', port]);
        expect([exitCode, stdout]).toEqual([EXIT.usage, '']);
        expect(stderr).toBe(
          `hermes4: Port ${port} is taken. Choose another with --port, or 0 for a free one.\n`,
        );
      },
    );
  });
});
