import { createHermes } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import { MODEL, openAccount } from '../../test/accounts.ts';
import { problems } from '../../test/api-document.ts';
import { HERMES_4_405B } from './models.ts';

const OTHER = {
  ...HERMES_4_405B,
  id: 'example/vision',
  aliases: ['Vision', 'vision-1'],
  tags: ['example'],
  modalities: { input: ['image'], output: ['text'] },
  capabilities: ['vision'],
};

async function ids(path: string): Promise<string[]> {
  const { get } = await openAccount({ models: [HERMES_4_405B, OTHER] });
  const { data } = (await (await get(path, null)).json()) as { data: { id: string }[] };
  return data.map(({ id }) => id);
}

describe('the catalog', () => {
  it.each(['/v1/models', '/models', '/api/v1/models'])('is at %s for everybody', async (path) => {
    const { get } = await openAccount();
    const response = await get(path, null);
    const body: unknown = await response.json();
    expect(problems('ModelList', body)).toEqual([]);
    expect(body).toMatchObject({ object: 'list', data: [{ id: MODEL }] });
    expect(response.headers.get('x-inference-id')).not.toBeNull();
  });

  it('tells the identity of a model, and more of it only when asked', async () => {
    const { hermes } = await openAccount();
    const [plain] = (await hermes.models.list()).data;
    expect(Object.keys(plain ?? {}).sort()).toEqual(['aliases', 'id', 'info', 'tags', 'type']);
    const [priced] = (await hermes.models.list({ include: 'pricing' })).data;
    expect(priced?.pricing?.units).toMatchObject([
      { name: 'input', price: 1.05, per: 1_000_000 },
      { name: 'output', price: 3.15, per: 1_000_000 },
    ]);
    expect(priced).not.toHaveProperty('capabilities');
    for (const query of [{ include: 'all' }, { details: true }] as const) {
      const [whole] = (await hermes.models.list(query)).data;
      expect(whole).toMatchObject({
        modalities: { input: ['text'], output: ['text'] },
        capabilities: HERMES_4_405B.capabilities,
        pricing: { kind: 'fixed' },
      });
    }
  });

  it('does not mind a section that it does not know', async () => {
    expect(await ids('/v1/models?include=princing,all&details=no')).toHaveLength(2);
  });

  it('says that a model without a price has none that is known', async () => {
    const { hermes } = await openAccount({ models: [OTHER] });
    const model = await hermes.models.retrieve('vision', { include: 'pricing' });
    expect(model.pricing).toEqual({ kind: 'variable' });
  });

  it.each([
    ['', [MODEL, OTHER.id]],
    ['id=', [MODEL, OTHER.id]],
    ['id=hermes-4-405b', [MODEL]],
    ['id=VISION-1', [OTHER.id]],
    ['id=vision,hermes-4-405b', [MODEL, OTHER.id]],
    ['id=vision&id=hermes-4-405b', [MODEL, OTHER.id]],
    ['type=openai/chat-completions&tags=example', [OTHER.id]],
    ['type=video', []],
    ['modalities=image', [OTHER.id]],
    ['input_modalities=text', [MODEL]],
    ['output_modalities=Text', [MODEL, OTHER.id]],
    ['capabilities=vision,tools', [MODEL, OTHER.id]],
    ['capabilities=vision&input_modalities=text', []],
    ['unknown=1', [MODEL, OTHER.id]],
  ])('filters by %s', async (query, expected) => {
    expect(await ids(`/v1/models?${query}`)).toEqual(expected);
  });

  it('finds one model by its id or an alias, slashes and all', async () => {
    const { hermes, get } = await openAccount();
    for (const name of [MODEL, 'hermes-4-405b', 'NousResearch/Hermes-4-405B']) {
      const model = await hermes.models.retrieve(name);
      expect(problems('Model', model)).toEqual([]);
      expect(model.id).toBe(MODEL);
    }
    const body: unknown = await (await get(`/model/${MODEL}?include=all`, null)).json();
    expect(body).toMatchObject({
      object: 'model',
      data: { id: MODEL, capabilities: HERMES_4_405B.capabilities },
    });
  });

  it('knows no other model', async () => {
    const { hermes, get } = await openAccount();
    await expect(hermes.models.retrieve('openai/gpt-4o')).rejects.toMatchObject({
      code: 'not_found',
      status: 404,
    });
    const body: unknown = await (await get('/model/openai/gpt-4o')).json();
    expect(problems('ErrorBodyHosted', body)).toEqual([]);
  });

  it('sends its body once to who sends its ETag back', async () => {
    const { fetch, get } = await openAccount();
    const first = await get('/v1/models', null);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[0-9a-f]+-[A-Za-z0-9+/]{27}"$/);
    const strong = tag.replace('W/', '');
    for (const known of [tag, strong, `"other", ${tag}`, '*']) {
      const again = await fetch('http://localhost/v1/models', {
        headers: { 'if-none-match': known },
      });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
      expect(await again.text()).toBe('');
    }
    const changed = await fetch('http://localhost/v1/models?include=pricing', {
      headers: { 'if-none-match': tag },
    });
    expect(changed.status).toBe(200);
    const statuses: number[] = [];
    const hermes = createHermes({
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        statuses.push(response.status);
        return response;
      },
    });
    const [once, twice] = [await hermes.models.list(), await hermes.models.list()];
    expect(statuses).toEqual([200, 304]);
    expect(twice.data).toEqual(once.data);
  });
});

describe('the metrics', () => {
  it('measure what succeeded within five minutes, by model and endpoint', async () => {
    const { hermes, call, clock } = await openAccount();
    expect((await hermes.models.metrics()).models).toEqual([]);
    await call({ durationMs: 9_000, usage: undefined });
    await clock.pass(300_000);
    for (const durationMs of [1_000, 2_000, 4_000, 8_000]) {
      await call({ durationMs, firstContentMs: durationMs / 10, model: 'hermes-4-405b' });
    }
    await call({ end: 'failed', durationMs: 1 });
    await call({ end: 'refused', durationMs: 1, caller: { id: 'anonymous' } });
    const report = await hermes.models.metrics();
    expect(problems('ModelMetricsReport', report)).toEqual([]);
    expect(report).toEqual({
      window_seconds: 300,
      generated_at: new Date(clock.now()).toISOString(),
      models: [
        {
          alias: MODEL,
          endpoint: '/v1/chat/completions',
          metrics: {
            ttft_ms: { p50: 200, p75: 400, p90: 800, p99: 800 },
            tps: { p50: 9.5, p75: 19, p90: 38, p99: 38 },
            duration_ms: { p50: 2_000, p75: 4_000, p90: 8_000, p99: 8_000 },
          },
        },
      ],
    });
  });

  it('leave out what was not measured', async () => {
    const { hermes, call } = await openAccount();
    await call({ durationMs: 0, usage: undefined });
    const [model] = (await hermes.models.metrics()).models;
    expect(model?.metrics).toEqual({ duration_ms: { p50: 0, p75: 0, p90: 0, p99: 0 } });
  });

  it('are there for the names that were asked for, letter for letter', async () => {
    const { get, call } = await openAccount();
    await call();
    const count = async (query: string): Promise<number> => {
      const body = (await (await get(`/models/metrics?${query}`, null)).json()) as {
        models: unknown[];
      };
      return body.models.length;
    };
    expect(await count(`aliases=${MODEL}`)).toBe(1);
    expect(await count('aliases=other&aliases=hermes-4-405b')).toBe(1);
    expect(await count('aliases=Hermes-4-405b')).toBe(0);
    expect(await count(`aliases=${MODEL},other`), 'a list with a comma is one name').toBe(0);
  });

  it('refuse every other parameter, and more than a hundred names', async () => {
    const { get } = await openAccount();
    expect((await get('/models/metrics?model=x')).status).toBe(400);
    const names = 'aliases=x&'.repeat(101);
    expect((await get(`/models/metrics?${names}`)).status).toBe(400);
  });
});
