import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { withHost } from '../../../test/host.ts';
import { fakeIo, runToEnd } from '../../../test/terminal.ts';
import { run } from '../../program.ts';
import { firstCode } from './print-code.ts';

/** A host that says these pieces, thoughts first. */
function saying(content: readonly string[], thoughts: readonly string[] = []) {
  return (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const deltas = [
      ...thoughts.map((reasoning_content) => ({ reasoning_content })),
      ...content.map((piece) => ({ content: piece })),
    ];
    for (const delta of deltas) send({ choices: [{ index: 0, delta }] });
    const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
    send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }], usage });
    response.end('data: [DONE]\n\n');

    function send(fields: object): void {
      const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', ...fields };
      response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    }
  };
}

describe('ask --extract', () => {
  it('prints the first block of code alone', async () => {
    await withHost(saying(['Sure:\n```sh\nda', 'te\n```\nand\n```\nno\n```']), async (env) => {
      const outcome = await runToEnd(['ask', '-x', '-q', 'x'], { env });
      expect(outcome).toEqual({ exitCode: 0, stdout: 'date\n', stderr: '' });
    });
  });

  it('leaves with 7 when there is none, so that nobody runs prose', async () => {
    await withHost(saying(['rm -rf, he said.']), async (env) => {
      const { exitCode, stdout } = await runToEnd(['ask', '-x', 'x'], { env });
      expect([exitCode, stdout]).toEqual([7, '']);
    });
  });

  it.each([
    ['```\na\n```', 'a\n'],
    ['~~~~py\na\n~~~\nb\n~~~~', 'a\n~~~\nb\n'],
    ['```\ncut off', 'cut off\n'],
    ['```\n```', ''],
    ['`a`', undefined],
  ])('finds in %j the code %j', (text, code) => {
    expect(firstCode(text)).toBe(code);
  });
});

describe('ask --jsonl-events', () => {
  it('prints each part as a line of JSON, and the completion as the last', async () => {
    await withHost(saying(['Bl', 'ue.'], ['Hm.']), async (env) => {
      const { exitCode, stdout } = await runToEnd(['ask', '--jsonl-events', 'x'], { env });
      const events = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { type: string });
      expect(exitCode).toBe(0);
      expect(events.map(({ type }) => type)).toEqual([
        'reasoning-delta',
        'text-delta',
        'text-delta',
        'finish',
        'completion',
      ]);
      expect(events.at(-1)).toMatchObject({
        completion: { choices: [{ message: { content: 'Blue.' } }] },
      });
    });
  });

  it('ends with what went wrong and the exit code', async () => {
    await withHost(
      (_, response) => response.writeHead(401).end('{"message":"No."}'),
      async (env) => {
        const { exitCode, stdout } = await runToEnd(['ask', '--jsonl-events', 'x'], { env });
        expect(exitCode).toBe(3);
        expect(JSON.parse(stdout)).toMatchObject({
          type: 'error',
          exit_code: 3,
          error: { code: 'unauthorized', status: 401 },
        });
      },
    );
  });
});

describe('ask --usage', () => {
  it('says what the call took, also when told to be quiet', async () => {
    await withHost(saying(['Blue.']), async (env) => {
      const { stdout, stderr } = await runToEnd(['ask', '-u', '-q', 'x'], { env });
      expect(stdout).toBe('Blue.\n');
      expect(stderr).toMatch(/^3 tokens read, 4 written, \d+\.\d s\n$/);
    });
  });
});

describe('thoughts', () => {
  async function ask(args: readonly string[], isWatched: boolean) {
    let outcome = { stdout: '', stderr: '' };
    await withHost(saying(['Blue.'], ['Light', ' scatters.']), async (env) => {
      const stderr = Object.assign(new PassThrough(), { isTTY: isWatched });
      const io = fakeIo({ env, stderr });
      const [said, noted] = [text(io.stdout), text(stderr)];
      expect(
        await run(
          ['ask', '-m', 'm', '--base-url', env['AIMLAPI_BASE_URL'] ?? '', ...args, 'Why?'],
          io,
        ),
      ).toBe(0);
      io.stdout.end();
      stderr.end();
      outcome = { stdout: await said, stderr: (await noted).replace(/^.*asking m at.*\n/, '') };
    });
    return outcome;
  }

  it.each<[string, string[], boolean, string, string]>([
    [
      'are shown, dimmed, to somebody who looks on',
      [],
      true,
      'Blue.\n',
      '\x1b[2mLight\x1b[22m\x1b[2m scatters.\x1b[22m\n\n',
    ],
    ['are hidden in pipes', [], false, 'Blue.\n', ''],
    ['are hidden in pipes when they were asked for', ['--reasoning'], false, 'Blue.\n', ''],
    [
      'are shown in pipes when that was asked for',
      ['--reasoning=show'],
      false,
      'Blue.\n',
      'Light scatters.\n\n',
    ],
    ['are hidden', ['--reasoning=hide'], true, 'Blue.\n', ''],
    ['take the place of the answer', ['--reasoning=only'], true, 'Light scatters.\n', ''],
  ])('%s: %j', async (_, args, isWatched, stdout, stderr) => {
    expect(await ask(args, isWatched)).toEqual({ stdout, stderr });
  });
});
