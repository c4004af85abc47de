import { HermesError } from '@hermes4/core';
import { expect, test } from 'vitest';
import { proxySettings } from './proxy-settings.ts';

const HOST = 'https://api.example/v1';
const LOOPBACK = 'localhost,127.0.0.1,[::1]';

test.each<[string, Record<string, string>]>([
  ['no variable', {}],
  ['blank variables', { HTTPS_PROXY: ' ', ALL_PROXY: '' }],
  ['a wildcard in NO_PROXY', { HTTPS_PROXY: 'http://p', NO_PROXY: ' * ' }],
])('with %s there is no proxy', (_, env) => {
  expect(proxySettings(HOST, env)).toBeUndefined();
});

test.each<[string, Record<string, string>, object]>([
  [
    'lower case wins over capitals',
    { https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper', no_proxy: 'a', NO_PROXY: 'b' },
    { httpProxy: '', httpsProxy: 'http://lower', noProxy: `a,${LOOPBACK}` },
  ],
  [
    'each scheme has its own',
    { HTTP_PROXY: 'http://a', HTTPS_PROXY: 'http://b' },
    { httpProxy: 'http://a', httpsProxy: 'http://b', noProxy: `,${LOOPBACK}` },
  ],
  [
    'ALL_PROXY stands in for what is missing',
    { HTTP_PROXY: 'http://a', ALL_PROXY: 'socks5://b:1080' },
    { httpProxy: 'http://a', httpsProxy: 'socks5://b:1080', noProxy: `,${LOOPBACK}` },
  ],
])('%s', (_, env, settings) => {
  expect(proxySettings(HOST, env)).toEqual(settings);
});

test.each(['http://localhost:1', 'http://127.0.0.2', 'http://[::1]:8000', 'no address'])(
  'for %s the variables do not matter, not even bad ones',
  (baseURL) => {
    expect(proxySettings(baseURL, { HTTPS_PROXY: '::', HTTP_PROXY: '::' })).toBeUndefined();
  },
);

test.each([
  'user:password1234@proxy.example:8080',
  'ftp://user:password1234@proxy.example',
  'http://user:password1234@:8080',
  'http://user:password1234%@proxy.example',
  'socks4://user:password1234@proxy.example',
])('a variable that names no proxy is an error that does not repeat it: %s', (value) => {
  let thrown: unknown;
  try {
    proxySettings(HOST, { HTTPS_PROXY: value });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(HermesError);
  expect(thrown).toMatchObject({ code: 'invalid_options', path: 'HTTPS_PROXY' });
  expect(String(thrown)).toContain('The variable HTTPS_PROXY cannot be used');
  expect(String(thrown)).not.toContain('password1234');
});
