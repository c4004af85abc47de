import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { withHost } from '../../../test/host.ts';
import { fakeIo, piped, runToEnd } from '../../../test/terminal.ts';
import { EXIT } from '../../exit-code.ts';
import { Interruption } from '../../failure.ts';
import { run } from '../../program.ts';

const COMPLETION = {
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Blue.' }, finish_reason: 'stop' }],
};

describe('ask', () => {
  it('--local prints the answer alone, and says beside it who answers', async () => {
    const { exitCode, stdout, stderr } = await runToEnd(['ask', '--local', 'Say hi']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^[^\n]*local simulator[^\n]*“Say hi”[^\n]*\n$/);
    expect(stderr).toMatch(
      /^hermes4: asking a local simulator at 127\.0\.0\.1:\d+, not the model\n$/,
    );
  });

  it('--local --json prints one chat completion', async () => {
    const { exitCode, stdout } = await runToEnd(['ask', '--local', '--json', 'Say hi']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { content: expect.stringContaining('“Say hi”') as string } }],
      usage: { prompt_tokens: expect.any(Number) as number },
    });
  });

  it('--local never uses the key or the host of the environment', async () => {
    vi.stubEnv('AIMLAPI_BASE_URL', 'http://127.0.0.1:1/v1');
    vi.stubEnv('AIMLAPI_API_KEY', 'not a key');
    expect((await runToEnd(['ask', '--local', 'Say hi'])).exitCode).toBe(0);
  });

  it('reads the prompt from standard input', async () => {
    const { stdout } = await runToEnd(['ask', '--local'], { stdin: piped('From a pipe\n') });
    expect(stdout).toContain('“From a pipe”');
  });

  it('puts what is piped in behind the argument', async () => {
    const { stdout } = await runToEnd(['ask', '--dry-run', 'Sum this up:'], {
      stdin: piped('A long text.\n'),
    });
    expect(questionIn(stdout)).toBe('Sum this up:\n\nA long text.');
  });

  it('does not wait for an input that may never end and says nothing', async () => {
    const stdin = new PassThrough();
    const { stdout } = await runToEnd(['ask', '--dry-run', 'Hi'], { stdin, inputEnds: false });
    expect(questionIn(stdout)).toBe('Hi');
    expect(stdin.destroyed).toBe(true);
  });

  it('reads an input that may never end when something comes', async () => {
    const { stdout } = await runToEnd(['ask', '--dry-run', 'Hi'], {
      stdin: piped('More'),
      inputEnds: false,
    });
    expect(questionIn(stdout)).toBe('Hi\n\nMore');
  });

  it('takes - for standard input', async () => {
    const { stdout } = await runToEnd(['ask', '--dry-run', '-'], { stdin: piped('Piped') });
    expect(questionIn(stdout)).toBe('Piped');
  });

  it.each([
    ['at a terminal', {}],
    ['with an empty pipe', { stdin: piped('') }],
    ['with a blank pipe', { stdin: piped(' \n') }],
  ])('without a prompt %s leaves with 2 and says how to give one', async (_, io) => {
    const { exitCode, stdout, stderr } = await runToEnd(['ask', '--local'], io);
    expect([exitCode, stdout]).toEqual([EXIT.usage, '']);
    expect(stderr).toMatch(/^hermes4: There is no prompt\. .*hermes4 ask "Say hi".*\n$/);
  });

  it('without a key leaves with 3 and says where to get one', async () => {
    vi.stubEnv('AIMLAPI_API_KEY', 'sk-of-the-process');
    const { exitCode, stdout, stderr } = await runToEnd(['ask', 'Say hi']);
    expect([exitCode, stdout]).toEqual([EXIT.unauthorized, '']);
    for (const part of ['AIMLAPI_API_KEY', 'https://aimlapi.com/app/keys', 'ask --local']) {
      expect(stderr).toContain(part);
    }
  });

  it.each([
    ['the base URL', { AIMLAPI_BASE_URL: 'localhost:4405' }, /baseURL/],
    ['the key', { AIMLAPI_API_KEY: 'sk secret' }, /apiKey/],
  ])('leaves with 2 when %s of the environment cannot be used', async (_, env, message) => {
    const { exitCode, stderr } = await runToEnd(['ask', 'Say hi'], { env });
    expect(exitCode).toBe(EXIT.usage);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/sk secret|\n {4}at /);
  });

  it('asks the host of the environment with its key, and names the host', async () => {
    const seen: unknown[] = [];
    await withHost(
      (request, response) => {
        seen.push(request.url, request.headers.authorization);
        response.setHeader('content-type', 'application/json').end(JSON.stringify(COMPLETION));
      },
      async (env) => {
        const { exitCode, stdout, stderr } = await runToEnd(['ask', 'Why?'], { env });
        expect([exitCode, stdout]).toEqual([0, 'Blue.\n']);
        expect(stderr).toContain(new URL(env['AIMLAPI_BASE_URL'] ?? '').host);
      },
    );
    expect(seen).toEqual(['/v1/chat/completions', 'Bearer sk-secret']);
  });

  it('says that the answer was cut at the token limit', async () => {
    const [choice] = COMPLETION.choices;
    const cut = { ...COMPLETION, choices: [{ ...choice, finish_reason: 'length' }] };
    await withHost(
      (_, response) =>
        void response.setHeader('content-type', 'application/json').end(JSON.stringify(cut)),
      async (env) => {
        const { exitCode, stdout, stderr } = await runToEnd(['ask', 'Why?'], { env });
        expect([exitCode, stdout]).toEqual([0, 'Blue.\n']);
        expect(stderr).toContain('cut at the token limit');
      },
    );
  });

  it.each<[number, number, string, string]>([
    [401, EXIT.unauthorized, 'key', 'This request requires a valid API key.'],
    [403, EXIT.outOfCredits, 'credits', "You've run out of credits."],
    [403, EXIT.unauthorized, 'verification', 'Please verify your account.'],
    [404, EXIT.usage, 'path', 'Cannot POST'],
    [400, EXIT.usage, 'request', 'Body validation error!'],
    [429, EXIT.rateLimited, 'rate', 'Too Many Requests'],
    [500, EXIT.unreachable, 'failure', 'Internal server error'],
    [503, EXIT.unreachable, 'outage', 'Service unavailable'],
  ])('told %i by the host leaves with %i (%s)', async (statusCode, exit, _, message) => {
    await withHost(
      (__, response) => {
        response.writeHead(statusCode, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ requestId: 'r', statusCode, message }));
      },
      async (env) => {
        const { exitCode, stdout, stderr } = await runToEnd(['ask', 'Why?'], { env });
        expect([exitCode, stdout]).toEqual([exit, '']);
        expect(stderr).toContain(message);
        expect(stderr).not.toMatch(/sk-secret|\n {4}at /);
      },
    );
  });

  it('leaves with 5 when nothing answers', async () => {
    const gone = await withHost(
      () => undefined,
      (env) => Promise.resolve(env),
    );
    const { exitCode, stdout, stderr } = await runToEnd(['ask', 'Why?'], { env: gone });
    expect([exitCode, stdout]).toEqual([EXIT.unreachable, '']);
    expect(stderr).toMatch(/Could not reach .*ECONNREFUSED/);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('prints what had arrived when the answer breaks off, ends the line and leaves with 5', async () => {
    await withHost(
      (_, response) => {
        const delta = { index: 0, delta: { content: 'Blu' } };
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`data: ${JSON.stringify({ ...COMPLETION, choices: [delta] })}\n\n`);
        response.end('data: {"error":{"message":"out of memory","code":500}}\n\n');
      },
      async (env) => {
        const { exitCode, stdout, stderr } = await runToEnd(['ask', 'Why?'], { env });
        expect([exitCode, stdout]).toEqual([EXIT.unreachable, 'Blu\n']);
        expect(stderr).toContain('out of memory');
      },
    );
  });

  it('lets no host steer the terminal, but leaves a pipe as it is', async () => {
    const message = '\u001b]0;gotcha\u0007No\u009b2J.';
    const content = '\u001b[2JBlue.';
    const answer = JSON.stringify({
      ...COMPLETION,
      choices: [{ ...COMPLETION.choices[0], message: { role: 'assistant', content } }],
    });
    await withHost(
      (request, response) => {
        const failing = request.headers.authorization === 'Bearer failing';
        response.writeHead(failing ? 500 : 200, { 'content-type': 'application/json' });
        response.end(failing ? JSON.stringify({ message }) : answer);
      },
      async (env) => {
        const failed = await runToEnd(['ask', 'x'], {
          env: { ...env, AIMLAPI_API_KEY: 'failing' },
        });
        expect(failed.stderr).toContain(']0;gotchaNo2J.');
        expect((await runToEnd(['ask', 'x'], { env })).stdout).toBe(`${content}\n`);
        const stdout = Object.assign(new PassThrough(), { isTTY: true });
        const io = fakeIo({ env, stdout });
        const shown = text(stdout);
        await run(['ask', 'x'], io);
        stdout.end();
        expect(await shown).toBe('[2JBlue.\n');
      },
    );
  });

  it.each([
    ['while the host thinks', ['ask', 'Why?']],
    ['while the host thinks, with --json', ['ask', '--json', 'Why?']],
  ])('leaves as it was interrupted %s', async (_, args) => {
    const interruption = new AbortController();
    await withHost(
      () => interruption.abort(new Interruption(EXIT.interrupted)),
      async (env) => {
        const outcome = await runToEnd(args, { env, signal: interruption.signal });
        expect([outcome.exitCode, outcome.stdout]).toEqual([EXIT.interrupted, '']);
      },
    );
  });

  it('leaves as it was interrupted while it waits for standard input', async () => {
    const interruption = new AbortController();
    const { signal } = interruption;
    const stdin = new PassThrough();
    const outcome = runToEnd(['ask', '--local'], { stdin, signal });
    stdin.write('An unfinished');
    await new Promise((resolve) => setImmediate(resolve));
    interruption.abort(new Interruption(EXIT.terminated));
    expect(await outcome).toMatchObject({ exitCode: EXIT.terminated, stdout: '', stderr: '' });
  });

  it('stops without an error when its reader has seen enough', async () => {
    const io = fakeIo();
    const left = once(io.stdout, 'data').then(() => io.stdout.destroy());
    expect(await run(['ask', '--local', 'Say hi'], io)).toBe(0);
    await left;
    expect(String(io.stderr.read())).not.toContain('Error');
  });
});

/** The question in the request that `--dry-run` printed. */
function questionIn(printed: string): unknown {
  const { body } = JSON.parse(printed) as { body: { messages: { content: unknown }[] } };
  return body.messages.at(-1)?.content;
}
