import { describe, expect, it } from 'vitest';
import { fakeHost, whole } from '../../test/fake-host.ts';
import { createHermesProvider } from '../index.ts';
import { createHermesProvider as createV2 } from '../v2.ts';
import { createHermesProvider as createV3 } from '../v3.ts';
import type { HermesModelSettings } from './options.ts';

const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }];

describe('a provider', () => {
  it('names its models as their host does, unless told otherwise', () => {
    expect(createHermesProvider()().modelId).toBe('nousresearch/hermes-4-405b');
    expect(createHermesProvider({ host: 'vllm' })().modelId).toBe('NousResearch/Hermes-4-405B-FP8');
    expect(createHermesProvider().languageModel('a').modelId).toBe('a');
    expect(createHermesProvider().chat('a').modelId).toBe('a');
  });

  it.each([
    ['v4', createHermesProvider()],
    ['v3', createV3()],
    ['v2', createV2()],
  ])('speaks %s of the specification', (version, provider) => {
    expect(provider('a')).toMatchObject({ specificationVersion: version, provider: 'hermes4' });
  });

  it('says what is wrong with its options before any call', () => {
    expect(() => createHermesProvider({ apiKey: 'with space' })).toThrow('Option apiKey');
    expect(() => createHermesProvider()('a', { baseURL: 'here' })).toThrow('Option baseURL');
  });

  it('has chat models alone', () => {
    expect(() => createHermesProvider().embeddingModel('a')).toThrow('No such embeddingModel: a');
    expect(() => createHermesProvider().imageModel('a')).toThrow('No such imageModel: a');
    expect(() => createV2().textEmbeddingModel('a')).toThrow('No such embeddingModel: a');
  });

  it.each<[string, HermesModelSettings, string, string | undefined]>([
    ['its own host', {}, 'https://proxy.example/v1', 'Bearer its-key'],
    ['the same host, named', { host: 'nebius' }, 'https://proxy.example/v1', 'Bearer its-key'],
    ['another host', { host: 'openrouter' }, 'https://openrouter.ai/api/v1', undefined],
    [
      'another host with a key',
      { host: 'openrouter', apiKey: 'other-key' },
      'https://openrouter.ai/api/v1',
      'Bearer other-key',
    ],
    ['another address', { baseURL: 'https://b.example/v1' }, 'https://b.example/v1', undefined],
  ])('sends its key to %s only as it was given', async (_where, settings, url, key) => {
    const { fetch, sent } = fakeHost(whole({ content: 'Hi' }));
    const provider = createHermesProvider({
      host: 'nebius',
      baseURL: 'https://proxy.example/v1',
      apiKey: 'its-key',
      defaultHeaders: { 'x-secret': 'its' },
      fetch,
    });
    await provider('a', settings).doGenerate({ prompt });
    expect(sent[0]?.url).toBe(`${url}/chat/completions`);
    expect(sent[0]?.headers['authorization']).toBe(key);
    expect(sent[0]?.headers['x-secret']).toBe(key === 'Bearer its-key' ? 'its' : undefined);
  });
});
