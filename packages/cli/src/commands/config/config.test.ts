import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { type Outcome, runToEnd } from '../../../test/terminal.ts';

const place = useHome();
const USER = 'home/.config/hermes4/config.toml';

const config = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  runToEnd(['config', ...args], { home: place.home, cwd: place.cwd, env });

describe('hermes4 config', () => {
  it('sets, gets, lists and takes back, in a file that only it names', async () => {
    const path = join(place.home, '.config/hermes4/config.toml');
    expect(await config(['set', 'temperature', '0.3'])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `hermes4: temperature is 0.3 in ${path}\n`,
    });
    await config(['set', 'stop', 'one', 'two']);
    await config(['set', 'history', 'off']);
    expect(readFileSync(path, 'utf8')).toBe(
      'temperature = 0.3\nstop = [ "one", "two" ]\nhistory = false\n',
    );
    expect((await config(['get', 'stop'])).stdout).toBe('one\ntwo\n');
    expect((await config(['path'])).stdout).toBe(`${path}\n`);
    await config(['unset', 'stop']);
    expect(await config(['get', 'stop'])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'hermes4: stop is not set\n',
    });
  });

  it('lets flags win over the environment, the project, the person and defaults, and says who won', async () => {
    const user = place.write(USER, 'model = "user"\ntemperature = 1\nseed = 1\nretries = 1\n');
    const project = place.write(
      'project/hermes4.toml',
      'model = "project"\ntemperature = 0.5\nseed = 2\n',
    );
    const env = { HERMES4_MODEL: 'environment', HERMES4_TIMEOUT: '60' };
    const { stdout } = await config(['list', '--json', '--host', 'local'], env);
    expect(JSON.parse(stdout)).toEqual([
      { name: 'host', value: 'local', source: 'flags', place: 'the command line' },
      { name: 'model', value: 'environment', source: 'environment', place: 'the environment' },
      { name: 'timeout', value: 60, source: 'environment', place: 'the environment' },
      { name: 'retries', value: 1, source: 'user', place: user },
      { name: 'temperature', value: 0.5, source: 'project', place: project },
      { name: 'seed', value: 2, source: 'project', place: project },
    ]);
    expect((await config(['list'], env)).stdout).toContain(`retries      1            ${user}`);
  });

  it("finds the project's file above, up to the repository's root and not beyond", async () => {
    place.write('project/hermes4.toml', 'model = "outside"\n');
    place.write('project/repository/.git/HEAD', '');
    place.write('project/repository/deep/er/x', '');
    const inside = { home: place.home, cwd: join(place.cwd, 'repository/deep/er') };
    expect((await runToEnd(['config', 'get', 'model'], inside)).stdout).toBe('');
    const file = place.write('project/repository/hermes4.toml', 'model = "inside"\n');
    expect((await runToEnd(['config', 'get', 'model'], inside)).stdout).toBe('inside\n');
    expect((await runToEnd(['config', 'path', '--project'], inside)).stdout).toBe(`${file}\n`);
  });

  it('honors XDG_CONFIG_HOME and HERMES4_CONFIG_DIR', async () => {
    const path = async (env: Record<string, string>): Promise<string> =>
      (await config(['path'], env)).stdout;
    expect(await path({ XDG_CONFIG_HOME: '/x' })).toBe('/x/hermes4/config.toml\n');
    expect(await path({ XDG_CONFIG_HOME: 'relative' })).toContain('/.config/hermes4/');
    expect(await path({ XDG_CONFIG_HOME: '/x', HERMES4_CONFIG_DIR: '/y' })).toBe(
      '/y/config.toml\n',
    );
  });

  it.each<[string, string, string]>([
    ['a text that is no TOML', 'model = "a"\ntemperature = = 1\n', ':2:15: this is no TOML'],
    ['a setting that there is not', 'modle = "a"\n', 'there is no setting "modle"'],
    ['a value that fits nothing', 'temperature = "hot"\n', 'temperature: Expected a number'],
    ['a value out of bounds', 'top-p = 2\n', 'top-p: Expected a number from 0.01 to 1, received 2'],
  ])('names the file, and what in it, for %s', async (_, text, message) => {
    const path = place.write(USER, text);
    const { exitCode, stdout, stderr } = await config(['list']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`hermes4: ${path}`);
    expect(stderr).toContain(message);
  });

  it.each<[string, string[], string]>([
    ['an unknown setting', ['set', 'max_tokens', '5'], 'Did you mean max-tokens?'],
    ['an unknown setting, far from all', ['get', 'colour'], 'config list --all shows'],
    ['a value that fits nothing', ['set', 'retries', 'many'], 'Expected a whole number'],
    [
      "a project's key command",
      ['set', '--project', 'key-cmd', 'pass'],
      'a project cannot set key-cmd',
    ],
    [
      "a project's history",
      ['set', '--project', 'history', 'true'],
      'a project cannot set history',
    ],
  ])('refuses %s and writes nothing', async (_, args, message) => {
    const { exitCode, stderr } = await config(args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(join(place.home, '.config'))).toBe(false);
    expect(existsSync(join(place.cwd, 'hermes4.toml'))).toBe(false);
  });

  it('leaves a file that it cannot read as it was', async () => {
    const path = place.write(USER, 'model = \n');
    const { exitCode, stderr } = await config(['set', 'model', 'x']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`${path}:1:`)]);
    expect(readFileSync(path, 'utf8')).toBe('model = \n');
  });

  it('opens the editor of the person and says whether what was written can be used', async () => {
    const editor = place.write('editor', '#!/bin/sh\necho "seed = $2" >> "$3"\n');
    chmodSync(editor, 0o755);
    const edited = await config(['edit'], { EDITOR: `${editor} --wait 7` });
    expect([edited.exitCode, edited.stderr]).toEqual([0, expect.stringContaining('can be used')]);
    expect((await config(['get', 'seed'])).stdout).toBe('7\n');
    const spoiled = await config(['edit'], { EDITOR: `${editor} --wait x=` });
    expect([spoiled.exitCode, spoiled.stderr]).toEqual([
      2,
      expect.stringContaining('config.toml:'),
    ]);
    const missing = await config(['edit'], { VISUAL: 'no-such-editor', PATH: '/nowhere' });
    expect(missing.stderr).toContain('The editor no-such-editor was not found');
  });

  it('says how to begin when nothing is set', async () => {
    expect(await config(['list'])).toMatchObject({ exitCode: 0, stdout: '' });
    expect((await config(['list'])).stderr).toContain('nothing is set');
    expect((await config(['list', '--all'])).stdout).toMatch(/^temperature +\S/m);
  });
});
