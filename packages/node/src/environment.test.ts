import type { HermesError, HermesOptions } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import { type Environment, fromEnvironment } from './environment.ts';

const KEY = { AIMLAPI_API_KEY: 'sk-environment' };

describe('the environment', () => {
  it.each<[string, HermesOptions, Environment, HermesOptions]>([
    ['gives the key', {}, KEY, { apiKey: 'sk-environment' }],
    [
      'gives the base URL',
      {},
      { ...KEY, AIMLAPI_BASE_URL: 'https://a.example/v1' },
      { apiKey: 'sk-environment', baseURL: 'https://a.example/v1' },
    ],
    [
      'loses its surrounding whitespace',
      {},
      { AIMLAPI_API_KEY: ' sk-a\r\n', AIMLAPI_BASE_URL: '\thttps://a.example\n' },
      { apiKey: 'sk-a', baseURL: 'https://a.example' },
    ],
    ['yields to an explicit key', { apiKey: 'sk-given' }, KEY, { apiKey: 'sk-given' }],
    [
      'yields to an explicit base URL',
      { baseURL: 'https://b.example' },
      { ...KEY, AIMLAPI_BASE_URL: 'https://a.example' },
      { apiKey: 'sk-environment', baseURL: 'https://b.example' },
    ],
    [
      'counts as not set when it is empty',
      { apiKey: 'sk-given' },
      { AIMLAPI_BASE_URL: '' },
      { apiKey: 'sk-given', baseURL: undefined },
    ],
    [
      'leaves every other option alone',
      { model: 'm', maxResponseBytes: 9 },
      KEY,
      { model: 'm', maxResponseBytes: 9, apiKey: 'sk-environment' },
    ],
  ])('%s', (_, options, env, expected) => {
    expect(fromEnvironment(options, env)).toEqual(expected);
  });

  it.each<[string, Environment]>([
    ['is not set', {}],
    ['is undefined', { AIMLAPI_API_KEY: undefined }],
    ['is empty', { AIMLAPI_API_KEY: '' }],
    ['is blank', { AIMLAPI_API_KEY: ' \t\n' }],
  ])('without a key is an error that says what to do: the variable %s', (_, env) => {
    const error = errorOf({}, env);
    expect(error).toMatchObject({ name: 'HermesError', code: 'missing_api_key', path: 'apiKey' });
    expect(error.message).toContain('AIMLAPI_API_KEY');
    expect(error.message).toContain('https://aimlapi.com/app/keys');
    expect(error.message).toContain('hermes4 ask --local');
    expect(error.message).toContain('@hermes4/server');
  });

  it.each([
    'http://localhost:4405/v1',
    'http://LOCALHOST/v1',
    'http://app.localhost/v1',
    'http://127.0.0.1:4405/v1',
    'http://127.1/v1',
    'https://[::1]:4405/v1',
  ])('needs no key for a host on this machine: %s', (baseURL) => {
    expect(fromEnvironment({ baseURL }, {}).apiKey).toBeUndefined();
    expect(fromEnvironment({}, { AIMLAPI_BASE_URL: baseURL })).toEqual({ baseURL });
  });

  it.each([
    'https://localhost.evil.example',
    'https://notlocalhost',
    'http://10.0.0.1',
    'http://127.0.0.1.evil.example',
  ])('needs a key for a host elsewhere: %s', (baseURL) => {
    expect(errorOf({ baseURL }, {}).code).toBe('missing_api_key');
  });

  it('needs no key for a fetch of the own', () => {
    const { fetch } = globalThis;
    expect(fromEnvironment({ fetch }, {})).toEqual({ fetch });
  });

  it.each(['localhost:4405', 'not an address', 'ftp://a.example'])(
    'leaves it to core to say what is wrong with the base URL %s',
    (baseURL) => expect(fromEnvironment({ baseURL }, {})).toEqual({ baseURL }),
  );

  it('gives a host its own key and address, and no other host its key', () => {
    const env = {
      AIMLAPI_API_KEY: 'for-aimlapi',
      OPENROUTER_API_KEY: 'for-openrouter',
      OPENROUTER_BASE_URL: 'https://router.example/v1',
    };
    expect(fromEnvironment({ host: 'openrouter' }, env)).toEqual({
      host: 'openrouter',
      apiKey: 'for-openrouter',
      baseURL: 'https://router.example/v1',
    });
    expect(errorOf({ host: 'nebius' }, env).message).toContain('Set NEBIUS_API_KEY');
    expect(fromEnvironment({ host: 'vllm' }, env)).toEqual({ host: 'vllm' });
  });
});

function errorOf(options: HermesOptions, env: Environment): HermesError {
  try {
    fromEnvironment(options, env);
  } catch (error) {
    return error as HermesError;
  }
  throw new Error('Nothing was thrown.');
}
