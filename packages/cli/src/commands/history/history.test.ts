import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { fakeIo, type Outcome, runToEnd } from '../../../test/terminal.ts';
import { createContext } from '../../create-context.ts';
import type { NewExchange } from '../../history/exchange.ts';
import { keepExchange } from '../../history/keep-exchange.ts';
import { historyPath, openHistory } from '../../history/open-history.ts';
import type { Io } from '../../io.ts';

const place = useHome();
const HOUR = 3_600_000;
const PLAIN = { NO_COLOR: '1' };
const NOON = new Date(2026, 10, 28, 12, 0).getTime();

const history = (args: readonly string[], io: Partial<Io> = {}): Promise<Outcome> =>
  runToEnd(['history', ...args], { home: place.home, cwd: place.cwd, ...io });

const terminal = (columns: number): Io['stdout'] =>
  Object.assign(new PassThrough(), { isTTY: true, columns });

const exchange = (question: string, more: Partial<NewExchange> = {}): NewExchange => ({
  at: NOON,
  origin: 'https://api.aimlapi.com',
  model: 'nousresearch/hermes-4-405b',
  messages: [{ role: 'user', content: question }],
  answer: { role: 'assistant', content: `An answer to: ${question}` },
  finishReason: 'stop',
  ...more,
});

/** Two conversations: one of two turns that cost something, and a newer one. */
async function fill(): Promise<void> {
  const kept = await openHistory(historyPath({ home: place.home, env: {} }));
  const first = kept.add(exchange('Why is the sky blue, and the evening red?', { usd: 0.0124 }));
  kept.add(exchange('And the sea?', { parent: first, at: NOON + HOUR, usd: 0.01 }));
  kept.add(exchange('Name a bird', { at: NOON + 2 * HOUR, finishReason: 'length' }));
  kept.close();
}

describe('hermes4 history with nothing in it', () => {
  it.each([['list'], ['search', 'x'], ['remove', '--all']])('says so (%s)', async (...args) => {
    const { exitCode, stdout, stderr } = await history(args);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/nothing (is kept yet|was found for x|to remove)/);
    const json = args[0] === 'remove' ? undefined : await history([...args, '--json']);
    expect(json?.stdout ?? '[]\n').toBe('[]\n');
  });

  it('has nothing to show', async () => {
    const { exitCode, stderr } = await history(['show']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Nothing is kept yet')]);
  });
});

describe('hermes4 history', () => {
  beforeEach(fill);

  it('lists conversations within 80 columns and within 40', async () => {
    const { stdout } = await history(['list'], { stdout: terminal(80), env: PLAIN });
    expect(stdout).toBe(
      [
        'ID  LAST              TURNS     COST  FIRST QUESTION',
        ' 3  2026-11-28 14:00      1           Name a bird',
        ' 1  2026-11-28 13:00      2  $0.0224  Why is the sky blue, and the evening red?',
        '',
      ].join('\n'),
    );
    expect((await history(['list'], { stdout: terminal(40), env: PLAIN })).stdout).toBe(
      [
        '3',
        '  LAST            2026-11-28 14:00',
        '  TURNS           1',
        '  FIRST QUESTION  Name a bird',
        '1',
        '  LAST            2026-11-28 13:00',
        '  TURNS           2',
        '  COST            $0.0224',
        '  FIRST QUESTION  Why is the sky blue,…',
        '',
      ].join('\n'),
    );
    expect(JSON.parse((await history(['list', '-n', '1', '--json'])).stdout)).toMatchObject([
      { id: 3, title: 'Name a bird', exchanges: 1, usd: null, lastAt: NOON + 2 * HOUR },
    ]);
  });

  it('shows a conversation by any number in it, and the last one by none', async () => {
    const { stdout } = await history(['show', '2']);
    expect(stdout).toBe(
      [
        '# Why is the sky blue, and the evening red?',
        '*Conversation 1, 2026-11-28 12:00, nousresearch/hermes-4-405b at https://api.aimlapi.com*',
        '## You (1, 2026-11-28 12:00)',
        'Why is the sky blue, and the evening red?',
        '## Hermes',
        'An answer to: Why is the sky blue, and the evening red?',
        '## You (2, 2026-11-28 13:00)',
        'And the sea?',
        '## Hermes',
        'An answer to: And the sea?',
      ].join('\n\n') + '\n',
    );
    expect((await history(['show'])).stdout).toContain('## Hermes (ended by length)');
    expect(JSON.parse((await history(['show', 'last', '--json'])).stdout)).toMatchObject([
      { id: 3 },
    ]);
  });

  it('finds words and shows them in their place', async () => {
    const { stdout } = await history(['search', 'evening', 'sky']);
    expect(stdout).toMatch(/^ 1 {2}2026-11-28 12:00 {2}.*\[sky\].*\[evening\]/m);
    expect(JSON.parse((await history(['search', '"the sea"', '--json'])).stdout)).toMatchObject([
      { id: 2, conversation: 1, excerpt: expect.stringContaining('the sea') as string },
    ]);
  });

  it('exports lines of JSON and Markdown, to a pipe or to a file of its owner', async () => {
    const lines = (await history(['export'])).stdout.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1, 2, 3]);
    const markdown = await history(['export', '3', '--format', 'markdown', '-o', 'bird.md']);
    const path = join(place.cwd, 'bird.md');
    expect(markdown).toEqual({ exitCode: 0, stdout: '', stderr: `hermes4: exported to ${path}\n` });
    expect(readFileSync(path, 'utf8')).toMatch(/^# Name a bird\n/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = await history(['export', '-o', 'bird.md']);
    expect([again.exitCode, again.stderr]).toEqual([
      2,
      expect.stringContaining('there is a file already'),
    ]);
  });

  it('removes what was chosen, once that is certain', async () => {
    const unsure = await history(['remove', '2'], { stdin: new PassThrough() });
    expect([unsure.exitCode, unsure.stderr]).toEqual([2, expect.stringContaining('--yes')]);
    expect((await history(['remove', '2', '--yes'])).stderr).toContain('removed conversation 1');
    expect(JSON.parse((await history(['list', '--json'])).stdout)).toMatchObject([{ id: 3 }]);
    expect((await history(['rm', '--all', '-y'])).stderr).toContain('removed conversation 3');
  });

  it('removes what nobody went on with for long', async () => {
    const kept = await openHistory(historyPath({ home: place.home, env: {} }));
    kept.remove([1, 3]);
    kept.add(exchange('long ago', { at: 1 }));
    const years = 200 * 365.25 * 24 * HOUR;
    const recent = kept.add(exchange('in the far future', { at: years }));
    kept.close();
    await history(['rm', '--older-than', '2w', '-y']);
    expect(JSON.parse((await history(['list', '--json'])).stdout)).toMatchObject([{ id: recent }]);
  });

  it.each<[string[], string]>([
    [['show', '99'], 'There is no exchange 99'],
    [['show', 'sky'], 'Expected the number of an exchange'],
    [['remove', '--yes'], 'Say what to remove in one way'],
    [['remove', '1', '--all', '--yes'], 'Say what to remove in one way'],
    [['remove', '--older-than', 'soon', '--yes'], '--older-than: expected a number of hours'],
    [['list', '-n', '0'], 'Expected a whole number above zero'],
    [['export', '--format', 'pdf'], 'Allowed choices are jsonl, markdown'],
  ])('tells of a mistake in %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await history(args);
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });
});

describe('keeping an exchange', () => {
  const keep = async (
    given: NewExchange,
    { env = {}, secrets = [] }: { env?: Io['env']; secrets?: string[] } = {},
  ): Promise<string> => {
    const io = fakeIo({ home: place.home, cwd: place.cwd, env });
    const id = await keepExchange(createContext({}, io), given, secrets);
    return `${id ?? 'not kept'}${String(io.stderr.read() ?? '')}`;
  };

  it('leaves the key out, wherever a person or a model wrote it', async () => {
    const key = 'sk-secret-"quoted"-secret';
    const said = exchange(`My key is ${key}, is it good?`);
    expect(await keep(said, { secrets: [key] })).toBe('1');
    const { stdout } = await history(['export']);
    expect(stdout).toContain('My key is [key], is it good?');
    expect(stdout).not.toContain('secret');
  });

  it.each<[string, Io['env']]>([
    ['the environment', { HERMES4_HISTORY: 'off' }],
    ['a file', {}],
  ])('does not when switched off in %s', async (_, env) => {
    if (Object.keys(env).length === 0)
      place.write('home/.config/hermes4/config.toml', 'history = false\n');
    expect(await keep(exchange('secret'), { env })).toBe('not kept');
    expect((await history(['list'])).stderr).toContain('nothing is kept yet');
  });

  it('fails nothing when it cannot, and says why', async () => {
    const env = { HERMES4_DATA_DIR: place.write('a-file', '') };
    expect(await keep(exchange('x'), { env })).toMatch(
      /^not kepthermes4: the exchange was not kept\. The folder .*a-file cannot be made/,
    );
  });
});
