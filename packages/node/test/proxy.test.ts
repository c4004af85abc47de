import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { createHermes } from '../src/index.ts';
import { proxyFetch } from '../src/proxy/proxy-fetch.ts';
import { host, listening, proxy, secureHost, socksProxy } from './sockets.ts';

const HELLO = { messages: [{ role: 'user' as const, content: 'Hello' }] };
const PASSWORD = 'a%20very%20secret';
const CREDENTIALS = `Basic ${btoa('user:a very secret')}`;

async function say(baseURL: string, env: Record<string, string>): Promise<unknown> {
  const hermes = createHermes({ apiKey: 'test-key', baseURL, maxRetries: 0 }, env);
  return (await hermes.chat.completions.create(HELLO)).choices[0]?.message.content;
}

test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
  'a plain request goes to the proxy in %s by its whole address',
  async (name) => {
    const asked: string[] = [];
    await listening([host(), proxy(asked)], async (hostPort, proxyPort) => {
      const env = { [name]: `http://user:${PASSWORD}@127.0.0.1:${proxyPort}` };
      expect(await say(`http://api.example:${hostPort}/v1`, env)).toBe('Hi');
      const url = `http://api.example:${hostPort}/v1/chat/completions`;
      expect(asked).toEqual([`POST ${url} ${CREDENTIALS}`]);
    });
  },
);

test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'HTTP_PROXY'])(
  'an encrypted request goes through a tunnel of the proxy in %s',
  async (name) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const asked: string[] = [];
    await listening([secureHost(), proxy(asked)], async (hostPort, proxyPort) => {
      const env = { [name]: `http://127.0.0.1:${proxyPort}` };
      expect(await say(`https://api.example:${hostPort}/v1`, env)).toBe('Hi');
      expect(asked).toEqual([`CONNECT api.example:${hostPort} undefined`]);
    });
  },
);

test('a SOCKS proxy is asked by its own rules', async () => {
  const asked: string[] = [];
  await listening([host(), socksProxy(asked)], async (hostPort, proxyPort) => {
    const env = { ALL_PROXY: `socks5://127.0.0.1:${proxyPort}` };
    expect(await say(`http://api.example:${hostPort}/v1`, env)).toBe('Hi');
    expect(asked).toEqual([`SOCKS api.example:${hostPort}`]);
  });
});

test.each(['127.0.0.1', 'localhost', 'app.localhost'])(
  'a request to this machine, %s, goes through no proxy',
  async (name) => {
    const asked: string[] = [];
    await listening([host(), proxy(asked)], async (hostPort, proxyPort) => {
      const env = { HTTP_PROXY: `http://127.0.0.1:${proxyPort}` };
      const reached = say(`http://${name}:${hostPort}/v1`, env);
      // Not every system knows names below localhost.
      if (name === 'app.localhost') await reached.catch(() => undefined);
      else expect(await reached).toBe('Hi');
      expect(asked).toEqual([]);
    });
  },
);

test('a host in NO_PROXY is asked directly', async () => {
  const asked: string[] = [];
  await listening([proxy(asked)], async (proxyPort) => {
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxyPort}`, NO_PROXY: 'other,.invalid' };
    await expect(say('http://api.invalid/v1', env)).rejects.toMatchObject({
      code: 'connection_failed',
    });
    expect(asked).toEqual([]);
  });
});

test('a fetch of the own goes where it likes', async () => {
  const fetch = vi.fn(() => Promise.resolve(Response.json({}, { status: 401 })));
  const hermes = createHermes({ fetch }, { HTTPS_PROXY: 'http://127.0.0.1:1' });
  await expect(hermes.chat.completions.create(HELLO)).rejects.toMatchObject({
    code: 'unauthorized',
  });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('what replaces the global fetch is asked with a proxy, too', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch');
  fetch.mockResolvedValue(Response.json({}, { status: 401 }));
  await expect(
    say('https://api.example/v1', { HTTPS_PROXY: 'http://proxy.example' }),
  ).rejects.toMatchObject({ code: 'unauthorized' });
  expect(fetch.mock.calls).toMatchObject([
    ['https://api.example/v1/chat/completions', { dispatcher: {} }],
  ]);
});

test.each([
  ['refuses', '407 Proxy Authentication Required'],
  ['is broken', '502 Bad Gateway'],
])('no error repeats the password of a proxy that %s', async (_, refuse) => {
  await listening([proxy([], refuse)], async (proxyPort) => {
    const env = { HTTPS_PROXY: `http://user:${PASSWORD}@127.0.0.1:${proxyPort}` };
    const error: unknown = await say('https://api.example/v1', env).catch((it: unknown) => it);
    expect(error).toMatchObject({ code: 'connection_failed' });
    expect(String(error)).toContain(refuse.slice(0, 3));
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/very|dXNlc/);
  });
});

test('no error repeats the password of a proxy that is away', async () => {
  const env = { HTTPS_PROXY: 'http://user:password1234@127.0.0.1:1' };
  const error: unknown = await say('https://api.example/v1', env).catch((it: unknown) => it);
  expect(error).toMatchObject({ code: 'connection_failed' });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('password1234');
});

test('a missing undici is said at once, and how to get it', () => {
  const settings = { httpProxy: '', httpsProxy: 'http://proxy.example', noProxy: '' };
  const cause = new Error('Cannot find module');
  const make = (): unknown =>
    proxyFetch(settings, () => {
      throw cause;
    });
  expect(make).toThrow(
    expect.objectContaining({
      code: 'invalid_options',
      cause,
      message: expect.stringContaining('npm install undici@7') as string,
    }),
  );
});
