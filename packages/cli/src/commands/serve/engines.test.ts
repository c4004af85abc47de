import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderWith } from '../../../test/files.ts';
import { serve } from '../../../test/serve.ts';
import { runToEnd } from '../../../test/terminal.ts';

const QUESTION = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"model":"nousresearch/hermes-4-405b","messages":[{"role":"user","content":"Hello"}]}',
};

/** An upstream that remembers what keys it saw. */
async function upstream() {
  const keys: (string | undefined)[] = [];
  const http = createServer((request, response) => {
    keys.push(request.headers.authorization);
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        '{"id":"u","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Upstream."},"finish_reason":"stop"}]}',
      );
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    http.close();
    http.closeAllConnections();
  });
  await once(http, 'listening');
  const env = {
    AIMLAPI_BASE_URL: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    AIMLAPI_API_KEY: 'sk-the-real-key',
  };
  return { keys, env };
}

describe('serve --engine relay', () => {
  it('asks for a key of its own before it spends the one it holds', async () => {
    const { keys, env } = await upstream();
    const { url, banner } = await serve(['--engine', 'relay'], { env });
    expect(banner).toContain('with the key from AIMLAPI_API_KEY, and are paid for.');
    expect(banner).not.toContain('sk-the-real-key');
    const [, key = ''] = /Callers need this key: (local-\S+)/.exec(banner) ?? [];
    expect(banner).toContain(`-H 'authorization: Bearer ${key}'`);
    expect((await fetch(url, QUESTION)).status).toBe(401);
    const headers = { ...QUESTION.headers, authorization: `Bearer ${key}` };
    const answer = await fetch(url, { ...QUESTION, headers });
    expect([answer.headers.get('x-hermes4-engine'), await answer.text()]).toEqual([
      'relay',
      expect.stringContaining('Upstream.'),
    ]);
    expect(keys).toEqual(['Bearer sk-the-real-key']);
  });

  it('is open to everybody when that is said', async () => {
    const { env } = await upstream();
    const { url, banner } = await serve(['--engine', 'relay', '--allow-anonymous'], { env });
    expect(banner).toContain('Any key is accepted.');
    expect((await fetch(url, QUESTION)).status).toBe(200);
  });
});

describe('serve --engine relay --upstreams', () => {
  const file = (value: unknown) => folderWith({ 'pool.json': JSON.stringify(value) });
  const args = ['--engine', 'relay', '--upstreams', 'pool.json'];

  it('shares calls among the hosts of a file, each with its key, and tells who is left alone', async () => {
    const { keys, env } = await upstream();
    const cwd = file({
      upstreams: [
        { name: 'gone', baseURL: 'http://127.0.0.1:1/v1' },
        { name: 'there', baseURL: env.AIMLAPI_BASE_URL, apiKeyEnv: 'THERE_KEY' },
      ],
      checks: false,
      ejection: { failures: 1 },
    });
    const io = { cwd, env: { THERE_KEY: 'sk-there-0123456789' } };
    const { url, banner, said } = await serve([...args, '--allow-anonymous'], io);
    expect(banner).toContain('relay, which shares calls among gone, there.');
    expect(banner).not.toContain('sk-there');
    const answer = await fetch(url, QUESTION);
    expect([answer.status, answer.headers.get('x-hermes4-upstream')]).toEqual([200, 'there']);
    expect(keys).toEqual(['Bearer sk-there-0123456789']);
    expect(said()).toMatch(
      /^hermes4: gone is ejected until \d\d:\d\d:\d\d: The upstream could not be reached/m,
    );
  });

  it('asks for a key of its own before it spends those that it holds', async () => {
    const cwd = file({ upstreams: [{ baseURL: 'http://127.0.0.1:1/v1', apiKeyEnv: 'A' }] });
    const { banner } = await serve(args, { cwd, env: { A: 'sk-a-0123456789' } });
    expect(banner).toContain('with the keys that pool.json names, and are paid for.');
    expect(banner).toMatch(/Callers need this key: local-/);
  });

  it.each([
    ['no object', [], 'it has to be an object.'],
    ['no upstream', {}, 'Option upstreams cannot be used: expected at least one upstream.'],
    [
      'a field that is none',
      { upstreams: [{ baseUrls: 'x' }] },
      'upstreams[0].baseUrls is not known.',
    ],
    [
      'a slip',
      { upstreams: [{ wieght: 1 }] },
      'upstreams[0].wieght is not known. Did you mean weight?',
    ],
    [
      'a field of another kind',
      { upstreams: [{ weight: '2' }] },
      'upstreams[0].weight has to be a number, received string.',
    ],
    [
      'a check that is none',
      { upstreams: [], checks: { often: 1 } },
      'checks.often is not known. There are path, intervalMs, timeoutMs, failures.',
    ],
    [
      'a header that is none',
      { upstreams: [{ headers: { a: 1 } }] },
      'upstreams[0].headers.a has to be a string, received number.',
    ],
    [
      'a key',
      { upstreams: [{ apiKey: 'sk-secret' }] },
      'upstreams[0].apiKey would keep a key in a file. Name a variable that holds it: apiKeyEnv.',
    ],
    [
      'a variable that is not set',
      { upstreams: [{ apiKeyEnv: 'NO' }] },
      'upstreams[0].apiKeyEnv: NO is not set.',
    ],
    [
      'an address that is none',
      { upstreams: [{ baseURL: 'x' }] },
      'Option upstreams[0].baseURL cannot be used: expected an http or https address',
    ],
  ])('leaves with 2 for %s', async (_, value, message) => {
    const { exitCode, stderr } = await runToEnd(['serve', '--port', '0', ...args], {
      cwd: file(value),
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`hermes4: pool.json: ${message}`);
    expect(stderr).not.toContain('sk-secret');
  });
});

describe('serve --engine replay', () => {
  it('records what it has not heard, then answers without the host', async () => {
    const { keys, env } = await upstream();
    const cwd = folderWith({});
    const args = ['--engine', 'replay', '--cassette', 'talk.json', '--allow-anonymous'];
    const recording = await serve([...args, '--record', 'misses'], { env, cwd });
    expect(await (await fetch(recording.url, QUESTION)).text()).toContain('Upstream.');
    const replaying = await serve(args, { cwd });
    expect(replaying.banner).toContain('a call without a recording is refused');
    expect(await (await fetch(replaying.url, QUESTION)).text()).toContain('Upstream.');
    expect(keys).toHaveLength(1);
    const other = { ...QUESTION, body: QUESTION.body.replace('Hello', 'Other') };
    expect((await fetch(replaying.url, other)).status).toBe(404);
  });

  it('says that it needs recordings', async () => {
    const { exitCode, stderr } = await runToEnd(['serve', '--engine', 'replay']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Name the recordings');
  });
});

describe('serve', () => {
  it('asks who calls when it is given keys', async () => {
    const cwd = folderWith({ keys: '# mine\nsk-a-key-for-this-test\n\n' });
    const { url, banner } = await serve(['--keys-file', 'keys'], { cwd });
    expect(banner).toContain('Callers need one of your keys.');
    expect(banner).not.toContain('sk-a-key');
    expect((await fetch(url, QUESTION)).status).toBe(401);
    const headers = { ...QUESTION.headers, authorization: 'Bearer sk-a-key-for-this-test' };
    expect((await fetch(url, { ...QUESTION, headers })).status).toBe(200);
  });

  it('opens what looks after it to the key for that, and to no other', async () => {
    const cwd = folderWith({ keys: 'sk-a-key-for-this-test', admin: 'sk-the-admin-key\n' });
    const files = ['--keys-file', 'keys', '--admin-key-file', 'admin'];
    const { url } = await serve(files, { cwd });
    const asked = async (key: string): Promise<number> => {
      const headers = { authorization: `Bearer ${key}` };
      return (await fetch(new URL('/metrics', url), { headers })).status;
    };
    expect(await asked('sk-the-admin-key')).toBe(200);
    expect(await asked('sk-a-key-for-this-test')).toBe(401);
  });

  it('keeps an account when asked to, and shows its keys once', async () => {
    const { url, banner } = await serve(['--account']);
    const [, key = ''] = /^ {2}key: (\S+)$/m.exec(banner) ?? [];
    const headers = { ...QUESTION.headers, authorization: `Bearer ${key}` };
    expect((await fetch(url, { ...QUESTION, headers })).status).toBe(200);
  });

  it('lets go wrong what a file says', async () => {
    const cwd = folderWith({ 'f.json': '[{"fault":{"fault":"status","status":503},"times":1}]' });
    const { url } = await serve(['--faults', 'f.json'], { cwd });
    expect((await fetch(url, QUESTION)).status).toBe(503);
    expect((await fetch(url, QUESTION)).status).toBe(200);
  });

  it.each([
    ['a fault that is none', ['--faults', 'bad.json'], /^hermes4: bad\.json: faults\.plan\[0\]/],
    ['faults that are no JSON', ['--faults', 'text'], /^hermes4: text is no JSON: /],
    [
      'a file that is not there',
      ['--keys-file', 'none'],
      /^hermes4: none cannot be read: there is no such file\./,
    ],
    [
      'two keys where one is expected',
      ['--admin-key-file', 'two'],
      /^hermes4: two holds 2 keys: expected one\./,
    ],
    ['a file without keys', ['--keys-file', 'empty'], /^hermes4: empty holds no keys/],
    [
      'an engine that is none',
      ['--engine', 'llama'],
      /Allowed choices are sim, relay, replay, gguf\./,
    ],
    [
      'the open network without keys',
      ['--bind', '0.0.0.0'],
      /Refusing to listen on 0\.0\.0\.0 without keys/,
    ],
    [
      'an address of another machine',
      ['--bind', '192.0.2.1', '--keys-file', 'keys'],
      /192\.0\.2\.1 is no address of this machine/,
    ],
  ])('leaves with 2 for %s', async (_, args, message) => {
    const cwd = folderWith({
      'bad.json': '[{"fault":{"fault":"x"}}]',
      text: 'x',
      empty: '# none\n',
      two: 'sk-one\nsk-two\n',
      keys: 'sk-some-key-of-a-test',
    });
    const { exitCode, stdout, stderr } = await runToEnd(['serve', '--port', '0', ...args], { cwd });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
