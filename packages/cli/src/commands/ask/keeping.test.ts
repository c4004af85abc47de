import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { KEY, openLocalHost } from '../../../test/local-host.ts';
import { type Outcome, piped, runToEnd } from '../../../test/terminal.ts';
import type { Exchange } from '../../history/exchange.ts';

const place = useHome();

const hermes4 = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin?: ReturnType<typeof piped>,
): Promise<Outcome> =>
  runToEnd(args, { home: place.home, cwd: place.cwd, env, ...(stdin && { stdin }) });

const kept = async (): Promise<Exchange[]> =>
  (await hermes4(['history', 'export'])).stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exchange);

/** What would be sent. */
async function request(args: readonly string[], stdin?: ReturnType<typeof piped>) {
  const { stdout, stderr } = await hermes4(['ask', '--dry-run', ...args], {}, stdin);
  expect(stdout, stderr).not.toBe('');
  return (JSON.parse(stdout) as { body: Record<string, unknown> }).body;
}

describe('hermes4 ask and history', () => {
  it('keeps what was asked and answered, in each form that is printed, and never the key', async () => {
    const { env, origin } = await openLocalHost();
    const { stdout } = await hermes4(['ask', '-q', '-s', 'Be brief.', `Is ${KEY} a key?`], env);
    await hermes4(['ask', '-q', '--json', 'Why?'], env);
    await hermes4(['ask', '-q', '--jsonl-events', 'Why not?'], env);
    const [first, ...others] = await kept();
    expect(first).toMatchObject({
      id: 1,
      origin,
      model: 'nousresearch/hermes-4-405b',
      system: 'Be brief.',
      messages: [{ role: 'user', content: 'Is [key] a key?' }],
      finishReason: 'stop',
    });
    expect(first?.answer.content).toBe(stdout.trimEnd().replaceAll(KEY, '[key]'));
    expect(first?.usd).toBeGreaterThan(0);
    expect(others.map(({ messages }) => messages[0]?.content)).toEqual(['Why?', 'Why not?']);
    expect(JSON.stringify(await kept())).not.toContain(KEY);
  });

  it('goes on with the last conversation, or with another', async () => {
    const { env } = await openLocalHost();
    await hermes4(['ask', '-q', '-s', 'Be brief.', 'One'], env);
    await hermes4(['ask', '-q', 'Another'], env);
    await hermes4(['ask', '-q', '--session', '1', 'Two'], env);
    const { messages } = await request(['-c', 'Three']);
    expect(messages).toMatchObject([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'One' },
      { role: 'assistant' },
      { role: 'user', content: 'Two' },
      { role: 'assistant' },
      { role: 'user', content: 'Three' },
    ]);
    expect((await kept()).at(-1)).toMatchObject({ id: 3, conversation: 1, parent: 1 });
  });

  it('keeps nothing when told not to, and nothing of what failed', async () => {
    const { env } = await openLocalHost();
    await hermes4(['ask', '-q', '--no-history', 'Why?'], env);
    await hermes4(['ask', '-q', 'Why?'], { ...env, HERMES4_HISTORY: 'off' });
    await hermes4(['ask', '-q', '-m', 'no-such-model', 'Why?'], env);
    expect(await kept()).toEqual([]);
  });

  it.each<[string[], string]>([
    [['-c', 'Why?'], 'There is no conversation to go on with: none is kept yet.'],
    [['--session', '9', 'Why?'], 'There is no conversation "9" to go on with'],
    [['-p', 'a=b', 'Why?'], '-p fills the blanks of a template: name one with -t.'],
    [['-t', 'none', 'Why?'], 'There is no template "none"'],
  ])('tells of a mistake in %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await hermes4(['ask', '--local', ...args]);
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });
});

describe('hermes4 ask with a template', () => {
  it('fills the blanks, and lets flags win over its parameters, and those over settings', async () => {
    place.write('home/.config/hermes4/config.toml', 'temperature = 1\nseed = 1\ntop-p = 0.9\n');
    place.write(
      'home/.config/hermes4/templates/translate.toml',
      'system = "Speak {{language}}."\nprompt = "Say: {{input}}"\n[parameters]\ntemperature = 0.2\nseed = 2\n',
    );
    const args = ['-t', 'translate', '-p', 'language=Greek', '--seed', '3'];
    expect(await request([...args, 'hello'])).toMatchObject({
      temperature: 0.2,
      seed: 3,
      top_p: 0.9,
      messages: [
        { role: 'system', content: 'Speak Greek.' },
        { role: 'user', content: 'Say: hello' },
      ],
    });
    expect(await request([...args, '-s', 'Mine.'], piped('piped\n'))).toMatchObject({
      messages: [{ content: 'Mine.' }, { content: 'Say: piped' }],
    });
  });

  it('takes a file from anywhere, with its schema', async () => {
    place.write('project/schemas/city.json', '{"title":"city","type":"object"}');
    place.write(
      'project/city.toml',
      'prompt = "The largest city?"\nschema = "schemas/city.json"\n',
    );
    const body = await request(['-t', './city.toml']);
    expect(JSON.stringify(body)).toContain('city');
    expect(body).toHaveProperty('response_format');
  });
});
