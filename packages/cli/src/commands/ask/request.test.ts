import { describe, expect, it } from 'vitest';
import { folderWith } from '../../../test/files.ts';
import { fakeIo, piped, runToEnd } from '../../../test/terminal.ts';
import type { Io } from '../../io.ts';

interface Shown {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown> & { messages: { role: string; content: unknown }[] };
}

async function dryRun(args: readonly string[], given: Partial<Io> = {}): Promise<Shown> {
  const { exitCode, stdout, stderr } = await runToEnd(['ask', '--dry-run', ...args], given);
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Shown;
}

describe('ask --dry-run', () => {
  it('shows the request as it would travel, without its key, and sends nothing', async () => {
    const shown = await dryRun(
      ['-s', 'Be brief', '--top-p', '0.9', '--stop', 'a', '--stop', 'b', 'Hi'],
      {
        env: { AIMLAPI_API_KEY: 'sk-secret' },
      },
    );
    expect(shown).toEqual({
      method: 'POST',
      url: 'https://api.aimlapi.com/v1/chat/completions',
      headers: { 'content-type': 'application/json', authorization: 'Bearer [key]' },
      body: {
        model: 'nousresearch/hermes-4-405b',
        messages: [
          { role: 'system', content: 'Be brief' },
          { role: 'user', content: 'Hi' },
        ],
        top_p: 0.9,
        stop: ['a', 'b'],
        stream: true,
        stream_options: { include_usage: true },
      },
    });
  });

  it('needs no key, and shows that none would be sent', async () => {
    expect((await dryRun(['Hi'])).headers).toEqual({ 'content-type': 'application/json' });
  });

  it('names the model and asks for thinking as the host does', async () => {
    const { url, body } = await dryRun(['--host', 'openrouter', '--reasoning', 'Hi']);
    expect(url).toBe('https://openrouter.ai/api/v1/chat/completions');
    expect(body['reasoning']).toEqual({ enabled: true });
    expect((await dryRun(['--host', 'vllm', '-m', 'mine', 'Hi'])).body['model']).toBe('mine');
  });

  it('asks for no stream where the whole answer is printed', async () => {
    expect((await dryRun(['--json', 'Hi'])).body).not.toHaveProperty('stream');
  });

  it.each([
    ['--temperature', '2.5', 'Expected a number from 0 to 2, received "2.5".'],
    ['--top-p', '0', 'Expected a number from 0.01 to 1, received "0".'],
    ['--max-completion-tokens', '1.5', 'Expected a whole number of at least 1, received "1.5".'],
    ['--seed', 'x', 'Expected a whole number of at least 1, received "x".'],
    ['--host', 'openai', 'Expected one of aimlapi,'],
    ['--reasoning=loud', '', 'Expected one of auto, show, hide, only, off, received "loud".'],
  ])('refuses %s %s as the API document does', async (flag, value, message) => {
    const args = ['ask', '--dry-run', flag, ...(value === '' ? [] : [value]), 'Hi'];
    const { exitCode, stdout, stderr } = await runToEnd(args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('ask --attach', () => {
  it('puts files of text into the question, under their names', async () => {
    const cwd = folderWith({ 'a.ts': 'let a = 1;\n', 'b "b".md': '# B' });
    const { body } = await dryRun(['-a', 'a.ts', '-a', 'b "b".md', 'Compare'], { cwd });
    expect(body.messages).toEqual([
      {
        role: 'user',
        content:
          '<file name="a.ts">\nlet a = 1;\n</file>\n\n<file name="b \\"b\\".md">\n# B\n</file>\n\nCompare',
      },
    ]);
  });

  it('sends a PDF beside the question', async () => {
    const cwd = folderWith({ 'r.pdf': '%PDF-1.7 …' });
    const { body } = await dryRun(['-a', 'r.pdf', 'Sum up'], { cwd });
    expect(body.messages[0]?.content).toEqual([
      { type: 'text', text: 'Sum up' },
      {
        type: 'file',
        file: { file_data: expect.stringContaining('JVBERi0x') as string, filename: 'r.pdf' },
      },
    ]);
  });

  it('is enough of a question', async () => {
    const cwd = folderWith({ 'q.txt': 'Why?' });
    const { body } = await dryRun(['-a', 'q.txt'], { cwd, stdin: piped('') });
    expect(body.messages[0]?.content).toBe('<file name="q.txt">\nWhy?\n</file>');
  });

  it.each([
    ['a file that is not there', 'none.md', 'none.md cannot be attached: there is no such file.'],
    ['a folder', '.', '. cannot be attached: it is no file.'],
    ['what is neither text nor PDF', 'bin', 'bin cannot be attached: it is neither text in UTF-8'],
    ['zeros', 'zero', 'zero cannot be attached: it is neither text in UTF-8 nor PDF.'],
  ])('refuses %s', async (_, path, message) => {
    const cwd = folderWith({ bin: Uint8Array.of(0xff, 0xfe), zero: 'a\0b' });
    const { exitCode, stderr } = await runToEnd(['ask', '--dry-run', '-a', path, 'Hi'], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('ask --schema', () => {
  const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };

  it.each(['a file', 'the argument'])('prints JSON that fits the schema in %s', async (place) => {
    const cwd = folderWith({ 's.json': JSON.stringify(schema) });
    const given = place === 'a file' ? 's.json' : JSON.stringify(schema);
    const { exitCode, stdout } = await runToEnd(['ask', '--local', '--schema', given, 'Who?'], {
      cwd,
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ name: expect.any(String) as string });
  });

  it.each([
    ['there is none', 'none.json', 'The schema none.json cannot be read: there is no such file.'],
    ['it is no JSON', 'bad.json', 'bad.json is no JSON: '],
    ['it is no object', 'list.json', 'list.json: expected a JSON Schema, which is an object.'],
  ])('leaves with 2 when %s', async (_, path, message) => {
    const cwd = folderWith({ 'bad.json': '{', 'list.json': '[]' });
    const { exitCode, stderr } = await runToEnd(['ask', '--local', '--schema', path, 'Hi'], {
      cwd,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('ask', () => {
  it('takes what flags leave open from the environment', async () => {
    const { url, body } = await dryRun(['Hi'], {
      env: { HERMES4_MODEL: 'mine', HERMES4_BASE_URL: 'http://127.0.0.1:9/v1' },
    });
    expect([url, body['model']]).toEqual(['http://127.0.0.1:9/v1/chat/completions', 'mine']);
  });

  it('sends no key of the environment to an address of a project', async () => {
    const { findKey } = await import('../../keys/find-key.ts');
    const { resolveSettings } = await import('../../settings/resolve-settings.ts');
    const { targetOf } = await import('../../target.ts');
    const io = fakeIo({ env: { AIMLAPI_API_KEY: 'sk-secret' } });
    const settings = resolveSettings([
      { source: 'project', place: '', values: { 'base-url': 'https://evil.example/v1' } },
    ]);
    expect(await findKey(targetOf(settings, io.env), settings, io)).toBeUndefined();
  });
});

it('takes every flag that its help shows without a value', async () => {
  const { stdout: help } = await runToEnd(['ask', '--help']);
  const flags = [...help.matchAll(/^ +(?:-\w, )?(--[\w-]+) {2,}\S/gm)].map(([, flag = '']) => flag);
  const left = ['--help', '--version', '--continue', '--json', '--extract'];
  const taken = flags.filter((flag) => !left.includes(flag));
  expect(taken).toEqual(expect.arrayContaining(['--logprobs', '--no-history', '--no-markdown']));
  for (const flag of taken) {
    const { exitCode, stderr } = await runToEnd(['ask', 'Hi', '--dry-run', flag]);
    expect([flag, exitCode, stderr]).toEqual([flag, 0, '']);
  }
});
