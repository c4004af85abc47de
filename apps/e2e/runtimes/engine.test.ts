import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHermes } from '@hermes4/node';
import { afterAll, expect, it } from 'vitest';
import { writeTinyModel } from '../../../packages/server/test/gguf/tiny-model.ts';
import { start } from '../support/child.ts';
import { HERMES4 } from '../support/paths.ts';
import { openTerminal } from '../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'hermes4-engine-'));
afterAll(() => rmSync(folder, { recursive: true }));

// With the tester's own settings of npm, which it installs with.
const env = { ...(process.env as Record<string, string>), HERMES4_DATA_DIR: join(folder, 'data') };
const modelFile = join(folder, 'tiny.gguf');

it('is installed on request, runs a model file, shows how much of it is loaded, and goes again', async () => {
  writeTinyModel(modelFile, {
    template: '<|say|>',
    scripts: [['<|say|>', 'Hello', ' from', ' a', ' file', '.', '<|eot_id|>']],
  });
  const install = await start([...HERMES4, 'engine', 'install'], { env }).outcome();
  expect(install).toMatchObject({ exitCode: 0, stdout: '' });
  expect(install.stderr).toContain('installed: hermes4 serve --engine gguf');

  const serve = [
    'serve',
    '--engine',
    'gguf',
    '--model-file',
    modelFile,
    '--threads',
    '1',
    '--cpu',
    '--port',
    '0',
  ];
  const terminal = openTerminal([...HERMES4, ...serve], {
    env: { HERMES4_DATA_DIR: join(folder, 'data') },
  });
  const screen = await terminal.sees('Ctrl-C ends it.');
  expect(screen).toContain('Engine: gguf, which runs tiny.gguf with 2,048 tokens of context.');
  // The bar is gone from the screen when the model is there.
  expect(screen).not.toContain('loading tiny.gguf');
  expect(terminal.written()).toMatch(/loading tiny\.gguf ▕.*█.*▏ +\d+ %/);

  const [, baseURL = ''] = /(http:\/\/127\.0\.0\.1:\d+\/v1)/.exec(screen) ?? [];
  const { chat } = createHermes({ host: 'local', baseURL }, {});
  const { choices } = await chat.completions.create({
    messages: [{ role: 'user', content: 'Hi' }],
  });
  expect(choices[0]?.message.content).toBe('Hello from a file.');
  terminal.press('C-c');
  await terminal.sees('(left with 130)');

  const remove = await start([...HERMES4, 'engine', 'remove'], { env }).outcome();
  expect(remove).toMatchObject({ exitCode: 0 });
  const status = await start([...HERMES4, 'engine', 'status', '--json'], { env }).outcome();
  expect(JSON.parse(status.stdout)).toMatchObject({ installed: null, bytes: 0 });
});
