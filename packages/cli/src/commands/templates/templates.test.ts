import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { type Outcome, piped, runToEnd } from '../../../test/terminal.ts';
import type { Io } from '../../io.ts';

const place = useHome();
const FOLDER = 'home/.config/hermes4/templates';

const templates = (args: readonly string[], io: Partial<Io> = {}): Promise<Outcome> =>
  runToEnd(['templates', ...args], { home: place.home, cwd: place.cwd, ...io });

describe('hermes4 templates', () => {
  it('saves, lists and shows what flags say, and nothing that is set elsewhere', async () => {
    place.write('home/.config/hermes4/config.toml', 'seed = 1\n');
    const prompt = 'Translate into {{language}}:\n{{input}}';
    const saved = await templates([
      'save',
      'translate',
      prompt,
      '-s',
      'Be brief.',
      '--temperature',
      '0.2',
    ]);
    const path = join(place.home, '.config/hermes4/templates/translate.toml');
    expect(saved).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `hermes4: saved ${path}. Use it: hermes4 ask -t translate\n`,
    });
    expect((await templates(['show', 'translate'])).stdout).toBe(
      'system = "Be brief."\nprompt = "Translate into {{language}}:\\n{{input}}"\n\n[parameters]\ntemperature = 0.2\n',
    );
    const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
    expect((await templates(['list'], { stdout, env: { NO_COLOR: '1' } })).stdout).toBe(
      'NAME       BLANKS           WHAT IT ASKS\ntranslate  language, input  Translate into {{language}}: {{…\n',
    );
    expect(JSON.parse((await templates(['show', 'translate', '--json'])).stdout)).toEqual({
      place: path,
      system: 'Be brief.',
      prompt,
      defaults: {},
      parameters: { temperature: 0.2 },
    });
  });

  it('saves what is piped in, as it is written', async () => {
    const text = '# mine\nprompt = """\nOne\nTwo"""\n';
    await templates(['save', 'piped'], { stdin: piped(text) });
    expect((await templates(['show', 'piped'])).stdout).toBe(text);
  });

  it('replaces a template only when told to', async () => {
    await templates(['save', 'x', 'one']);
    expect(await templates(['save', 'x', 'two'])).toMatchObject({ exitCode: 2 });
    await templates(['save', 'x', 'two', '--force']);
    expect((await templates(['show', 'x'])).stdout).toContain('prompt = "two"');
  });

  it('opens a new one in the editor, and says whether it can be used', async () => {
    const editor = place.write('editor', '#!/bin/sh\necho "$EXTRA" >> "$1"\n');
    chmodSync(editor, 0o755);
    const env = { EDITOR: editor, PATH: process.env['PATH'] ?? '' };
    expect((await templates(['edit', 'new'], { env })).stderr).toContain('can be used');
    const spoiled = await templates(['edit', 'new'], { env: { ...env, EXTRA: 'x =' } });
    expect([spoiled.exitCode, spoiled.stderr]).toEqual([
      2,
      expect.stringContaining('this is no TOML'),
    ]);
    expect((await templates(['list'])).stdout).toContain('cannot be used:');
  });

  it('removes one when that is certain', async () => {
    await templates(['save', 'x', 'one']);
    expect(await templates(['remove', 'x'], { stdin: piped('') })).toMatchObject({ exitCode: 2 });
    expect((await templates(['rm', 'x', '--yes'])).stderr).toContain('removed the template x');
    expect((await templates(['list'])).stderr).toContain('there are no templates yet');
  });

  it.each<[string, string[], string]>([
    ['no such template', ['show', 'revew'], 'There is no template "revew". Did you mean review?'],
    ['a name that leads elsewhere', ['show', '..'], 'A template is named with letters'],
    ['an empty template', ['save', 'x'], 'There is nothing to save'],
    ['a parameter out of bounds', ['save', 'x', 'y', '--top-p', '7'], 'from 0.01 to 1'],
  ])('tells of %s', async (_, args, message) => {
    place.write(`${FOLDER}/review.toml`, 'prompt = "Review"\n');
    const { exitCode, stdout, stderr } = await templates(args);
    expect([exitCode, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(existsSync(join(place.home, '.config/hermes4/templates/x.toml'))).toBe(false);
  });
});
