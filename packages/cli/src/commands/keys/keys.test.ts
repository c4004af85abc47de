import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { type Outcome, piped, runToEnd } from '../../../test/terminal.ts';
import type { Io } from '../../io.ts';

const place = useHome();
const KEY = 'sk-12345-secret-secret-secret-secret';
const ORIGIN = 'https://api.aimlapi.com';

const keys = (args: readonly string[], io: Partial<Io> = {}): Promise<Outcome> =>
  runToEnd(['keys', ...args], { home: place.home, cwd: place.cwd, ...io });

/** A terminal at which something is typed when it was asked for. */
function typing(text: string): Pick<Io, 'stdin' | 'stderr'> & { raw: boolean[] } {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => raw.push(isRaw),
  });
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  stderr.once('data', () => stdin.write(text));
  return { stdin, stderr, raw };
}

describe('hermes4 keys', () => {
  it('stores what is piped in, says where it is and never shows it', async () => {
    const set = await keys(['set'], { stdin: piped(`${KEY}\n`) });
    expect([set.exitCode, set.stdout]).toEqual([0, '']);
    expect(set.stderr).toContain(`the key for ${ORIGIN} is in `);
    const status = await keys(['status']);
    expect(status.stdout).toContain(`The key for ${ORIGIN} comes from `);
    expect(status.stdout).toContain('it begins with sk-12345');
    const json = await keys(['status', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      used: { origin: ORIGIN, prefix: 'sk-12345', variable: 'AIMLAPI_API_KEY' },
      stored: [{ origin: ORIGIN, isExposed: false }],
    });
    expect(JSON.stringify([set, status, json])).not.toContain(KEY);
  });

  it('asks at a terminal, and shows nothing of what is typed', async () => {
    const terminal = typing(`sk-x\x7f12345-secret-secret-secret-secret\r`);
    const { exitCode, stdout, stderr } = await keys(['set'], terminal);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`Key for ${ORIGIN} (it is not shown): `);
    expect(stderr).not.toContain('secret');
    expect(terminal.raw).toEqual([true, false]);
    expect((await keys(['status'])).stdout).toContain('it begins with sk-12345');
  });

  it('stores nothing when the person thinks better of it', async () => {
    expect(await keys(['set'], typing('sk-\x03'))).toMatchObject({ exitCode: 130 });
    expect((await keys(['status'])).stdout).toContain(`There is no key for ${ORIGIN}`);
  });

  it.each<[string, string, string]>([
    ['nothing', ' \n', 'There was no key on standard input'],
    ['two lines', 'one\ntwo\n', 'This is no key'],
    ['a sentence', 'my key is x', 'This is no key'],
  ])('refuses %s', async (_, text, message) => {
    const { exitCode, stderr } = await keys(['set'], { stdin: piped(text) });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('does not ask when told not to', async () => {
    const { exitCode, stderr } = await keys(['set', '--no-input'], typing(''));
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/Pipe\s+it\s+in/)]);
  });

  it("is not talked into giving a key to a project's address, unless the person names it", async () => {
    const file = place.write('project/hermes4.toml', 'base-url = "https://evil.example/v1"\n');
    const refused = await keys(['set'], { stdin: piped(KEY) });
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(`${file} chose https://evil.example.`);
    expect(refused.stderr).toContain('hermes4 keys set --base-url https://evil.example/v1');
    const named = ['set', '--base-url', 'https://evil.example/v1'];
    expect(await keys(named, { stdin: piped(KEY) })).toMatchObject({ exitCode: 0 });
  });

  it('forgets a key when that is confirmed', async () => {
    await keys(['set'], { stdin: piped(KEY) });
    const unasked = await keys(['remove'], { stdin: piped('') });
    expect([unasked.exitCode, unasked.stderr]).toEqual([2, expect.stringContaining('--yes')]);
    await keys(['remove'], typing('n\r'));
    expect((await keys(['status'])).stdout).toContain('comes from');
    expect((await keys(['remove'], typing('y\r'))).stderr).toContain(
      `forgot the key for ${ORIGIN}`,
    );
    expect((await keys(['rm', '--all', '--yes'])).stderr).toContain('no key is stored');
  });
});
