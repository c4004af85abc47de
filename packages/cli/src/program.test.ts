import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fakeIo, runToEnd } from '../test/terminal.ts';
import { createProgram } from './program.ts';

const program = createProgram(fakeIo(), () => undefined);

describe('hermes4', () => {
  it.each(['--help', '-h', 'help'])(
    '%s shows the commands, examples and exit codes',
    async (flag) => {
      const { exitCode, stdout, stderr } = await runToEnd([flag]);
      expect([exitCode, stderr]).toEqual([0, '']);
      for (const part of ['ask', 'serve', 'Examples:', 'hermes4 "Why is the sky blue?"']) {
        expect(stdout).toContain(part);
      }
      expect(stdout).toContain('AIMLAPI_API_KEY');
      expect(stdout.replace(/\s+/g, ' ')).toContain(
        'Exit codes: 0 ok, 1 unexpected, 2 usage or settings, 3 key, 4 credits or quota, 5 host not reached or failed, 6 rate limited, 7 answer invalid, 8 some of many failed, 9 stopped by a limit of yours, 10 in use by another process, 130 and 143 interrupted.',
      );
    },
  );

  it.each(program.commands.map((command) => command.name()))(
    '%s --help shows examples first, within 80 columns',
    async (command) => {
      const { exitCode, stdout, stderr } = await runToEnd([command, '--help']);
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: hermes4 .*\n\n.+\n[^]*?\nExamples:\n {2}hermes4/);
      expect(stdout.indexOf('Examples:')).toBeLessThan(stdout.indexOf('Options:'));
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it.each([
    ...[[], ['ask'], ['chat'], ['serve'], ['schema'], ['example'], ['explain'], ['completion']],
    ...[['history'], ['history', 'remove'], ['templates'], ['templates', 'save']],
    ...[['config'], ['config', 'set'], ['keys'], ['keys', 'set']],
    ...[['models'], ['balance'], ['usage'], ['logs'], ['doctor']],
  ])('says of itself, %s, what it said before', async (...command) => {
    const { stdout } = await runToEnd([...command, '--help']);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const name = ['hermes4', ...command].join('-');
    await expect(stdout).toMatchFileSnapshot(`../test/golden/${name}.txt`);
  });

  it.each(['--version', '-V'])('%s shows the version of the package', async (flag) => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(await runToEnd([flag])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('with nothing at all, and nobody at a terminal, says what to do', async () => {
    const { exitCode, stdout, stderr } = await runToEnd([]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no prompt.');
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown option', ['ask', '--jsn', 'x'], /unknown option '--jsn'[^]*Did you mean --json\?/],
    ['an unknown command', ['aks', 'x'], /unknown command 'aks'[^]*Did you mean ask\?/],
    ['a second prompt', ['ask', 'a', 'b'], /too many arguments[^]*Put the question in quotes/],
    ['an operand that is left out', ['config', 'get'], /'name'\nhermes4 config get --help says/],
    ['an option of nobody', ['--wrong'], /--wrong'\nhermes4 ask --help says/],
    ['a port that is none', ['serve', '--port', '65536'], /whole number from 0 to 65535/],
    ['a port with a sign', ['serve', '--port', '-1'], /whole number|argument missing/],
    ['a port in another notation', ['serve', '--port', '0x10'], /whole number from 0 to 65535/],
    ['a missing port', ['serve', '--port'], /argument missing/],
  ])('leaves with 2 after %s', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await runToEnd(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
