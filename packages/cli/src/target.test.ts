import { describe, expect, it } from 'vitest';
import { type Layer, resolveSettings } from './settings/resolve-settings.ts';
import { targetOf } from './target.ts';

function target(layers: Omit<Layer, 'place'>[], env: Record<string, string> = {}) {
  return targetOf(resolveSettings(layers.map((layer) => ({ ...layer, place: '' }))), env);
}

const LOCAL = 'http://127.0.0.1:4405/v1';

describe('whom a call goes to', () => {
  it('is the hosted API, when nobody says anything else', () => {
    expect(target([])).toEqual({
      host: 'aimlapi',
      baseURL: 'https://api.aimlapi.com/v1',
      origin: 'https://api.aimlapi.com',
      source: 'default',
      apiKeyEnv: 'AIMLAPI_API_KEY',
      model: 'nousresearch/hermes-4-405b',
    });
  });

  it("is another host with that host's own address and name of the model", () => {
    expect(target([{ source: 'flags', values: { host: 'nebius' } }])).toMatchObject({
      baseURL: 'https://api.tokenfactory.nebius.com/v1',
      model: 'NousResearch/Hermes-4-405B',
    });
  });

  it("is the address in the host's own variable, which wins over files and loses to flags", () => {
    const env = { AIMLAPI_BASE_URL: LOCAL };
    const user = { source: 'user', values: { 'base-url': 'https://a.example/v1' } } as const;
    const flags = { source: 'flags', values: { 'base-url': 'https://b.example/v1' } } as const;
    expect(target([user], env)).toMatchObject({ baseURL: LOCAL, source: 'environment' });
    expect(target([user, flags], env).baseURL).toBe('https://b.example/v1');
  });

  it('is not the address that a weaker source set for another host', () => {
    const user = { source: 'user', values: { 'base-url': LOCAL } } as const;
    const flags = { source: 'flags', values: { host: 'nous' } } as const;
    expect(target([user, flags])).toMatchObject({
      origin: 'https://inference-api.nousresearch.com',
      source: 'default',
    });
  });

  it('says that a project chose the address', () => {
    expect(target([{ source: 'project', values: { 'base-url': LOCAL } }])).toMatchObject({
      origin: 'http://127.0.0.1:4405',
      source: 'project',
    });
  });
});
