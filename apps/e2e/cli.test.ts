import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type Child, start } from './support/child.ts';
import { parseCompletion } from './support/completion.ts';
import { createCountingEngine } from './support/counting-engine.ts';
import { openHost } from './support/hosts.ts';
import { HERMES4 } from './support/paths.ts';

const question = JSON.stringify({
  model: 'nousresearch/hermes-4-405b',
  messages: [{ role: 'user', content: 'Say hi' }],
});
const json = { 'content-type': 'application/json' };

describe('hermes4 serve', () => {
  it('prints its base URL alone on standard output and answers there', async () => {
    const { child, baseURL } = await serve();
    const response = await fetch(`${baseURL}/chat/completions`, {
      method: 'POST',
      headers: json,
      body: question,
    });
    const { choices } = parseCompletion(await response.text());
    expect(choices[0]?.message.content).toContain('“Say hi”');
    child.process.kill('SIGTERM');
    expect((await child.outcome()).stdout).toBe(`${baseURL}\n`);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('finishes the answer on its way at %s and leaves with %i', async (signal, code) => {
    const { child, baseURL } = await serve();
    // The server's "100 Continue" proves that the request has come in before the signal does.
    const call = request(`${baseURL}/chat/completions`, {
      method: 'POST',
      headers: { ...json, expect: '100-continue' },
    });
    call.flushHeaders();
    await once(call, 'continue');
    child.process.kill(signal);
    await child.saw('stderr', 'finishing the answers on their way');
    await expect(fetch(baseURL)).rejects.toThrow('fetch failed');

    call.end(question);
    const [response] = (await once(call, 'response')) as [NodeJS.ReadableStream];
    const { choices } = parseCompletion(await text(response));
    expect(choices[0]?.message.content).toContain('“Say hi”');
    const { exitCode, stderr } = await child.outcome();
    expect(exitCode).toBe(code);
    expect(stderr).not.toContain('Error');
  });

  it('says in a sentence that the port is taken', async () => {
    const { origin } = await openHost();
    const { port } = new URL(origin);
    const outcome = await start([...HERMES4, 'serve', '--port', port]).outcome();
    expect(outcome).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `hermes4: Port ${port} is taken. Choose another with --port, or 0 for a free one.\n`,
    });
  });
});

describe('hermes4 ask', () => {
  it('streams the answer of hermes4 serve', async () => {
    const { baseURL } = await serve();
    const { exitCode, stdout, stderr } = await ask('Say hi', baseURL).outcome();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^[^\n]*“Say hi”[^\n]*\n$/);
    expect(stderr).toContain(new URL(baseURL).host);
  });

  it('leaves with 130 at SIGINT in the middle, and keeps what had come', async () => {
    const { baseURL } = await openHost({ tokensPerSecond: 5 });
    const child = ask('Say hi', baseURL);
    const [first] = (await once(child.process.stdout, 'data')) as [string];
    child.process.kill('SIGINT');
    const { exitCode, stdout, stderr } = await child.outcome();
    expect(exitCode).toBe(130);
    expect(stdout.startsWith(first)).toBe(true);
    expect(stdout.endsWith('\n')).toBe(true);
    const whole = await ask('Say hi', (await openHost()).baseURL).outcome();
    expect(whole.stdout.startsWith(stdout.trimEnd())).toBe(true);
    expect(whole.stdout.length).toBeGreaterThan(stdout.length);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('ends quietly, and the generation with it, when its reader leaves', async () => {
    const engine = createCountingEngine();
    const { baseURL } = await openHost({ engine });
    const child = ask('Say hi', baseURL);
    // As `head` does when it has enough.
    await child.saw('stdout', '1 2 3 ');
    child.process.stdout.destroy();
    expect(await child.outcome()).toMatchObject({
      exitCode: 0,
      stderr: `hermes4: asking nousresearch/hermes-4-405b at ${new URL(baseURL).host}\n`,
    });
    await engine.stopped;
  });
});

async function serve(): Promise<{ child: Child; baseURL: string }> {
  const child = start([...HERMES4, 'serve', '--port', '0']);
  const baseURL = (await child.saw('stdout', '\n')).trim();
  return { child, baseURL };
}

function ask(prompt: string, baseURL: string): Child {
  return start([...HERMES4, 'ask', prompt], { env: { AIMLAPI_BASE_URL: baseURL } });
}
