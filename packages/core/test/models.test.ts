import { describe, expect, test } from 'vitest';
import { createHermes, type ModelListQuery, matchesModel, priceOf } from '../src/index.ts';
import { example, hostedAPI } from './hosted-api.ts';

const list = (headers = {}) => hostedAPI(() => ({ body: example('ModelListAnswer'), headers }));

describe('models.list', () => {
  test('is one GET without a body, at the origin and not below the version of the base', async () => {
    const { hermes, received } = list();
    const page = await hermes.models.list({
      id: 'hermes-4-405b',
      include: ['pricing', 'modalities'],
    });
    expect(page.data[0]?.id).toBe('nousresearch/hermes-4-405b');
    expect(page.hasNextPage()).toBe(false);
    expect(received).toHaveLength(1);
    const [request] = received;
    expect(request?.url.href).toBe(
      'https://api.aimlapi.com/v1/models?id=hermes-4-405b&include=pricing&include=modalities',
    );
    expect(request).toMatchObject({ method: 'GET', body: undefined });
    expect(request?.headers).toEqual({ authorization: 'Bearer b747e891-rest-of-the-secret' });
  });

  test('can be iterated without being awaited', async () => {
    const ids: string[] = [];
    for await (const { id } of list().hermes.models.list()) ids.push(id);
    expect(ids).toEqual(['nousresearch/hermes-4-405b']);
  });

  test('needs no key', async () => {
    const { hermes, received } = hostedAPI(() => ({ body: example('ModelListAnswer') }), {
      apiKey: undefined,
    });
    await hermes.models.list();
    expect(received[0]?.headers).toEqual({});
  });

  test('reads the list of a host that sends nothing but ids', async () => {
    const body = JSON.stringify({ data: [{ id: 'NousResearch/Hermes-4-405B' }] });
    const { hermes, received } = hostedAPI(() => ({ body }), {
      baseURL: 'https://relay.example/hermes/v1',
    });
    const { data } = await hermes.models.list();
    expect(data.some((model) => matchesModel(model, 'nousresearch/hermes-4-405b'))).toBe(true);
    expect(received[0]?.url.href).toBe('https://relay.example/hermes/v1/models');
  });

  test.each<[string, object]>([
    ['include', { include: 'prices' }],
    ['details', { details: false }],
    ['tag', { tag: 'playground:chat' }],
    ['id', { id: [4] }],
  ])('refuses a wrong %s by its name, before anything is sent', async (path, query) => {
    const { hermes, received } = list();
    await expect(hermes.models.list(query as ModelListQuery)).rejects.toMatchObject({
      code: 'invalid_request',
      path: expect.stringContaining(path) as string,
    });
    expect(received).toHaveLength(0);
  });

  test('sends what it does not know when it is not to be strict', async () => {
    const { hermes, received } = hostedAPI(() => ({ body: example('ModelListAnswer') }), {
      strict: false,
    });
    await hermes.models.list({ tag: 'x' } as ModelListQuery);
    expect(received[0]?.url.search).toBe('?tag=x');
  });
});

describe('the catalog, asked for again', () => {
  const versioned = () =>
    hostedAPI(({ headers }) =>
      headers['if-none-match'] === 'W/"1"'
        ? { status: 304 }
        : { body: example('ModelListAnswer'), headers: { etag: 'W/"1"' } },
    );

  test('comes from memory while the host says that it is the same', async () => {
    const { hermes, received } = versioned();
    const first = await hermes.models.list();
    first.data.length = 0;
    const second = await hermes.models.list();
    expect(second.data[0]?.id).toBe('nousresearch/hermes-4-405b');
    expect(received.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"1"']);
  });

  test('is known for the same question only, and for the last four', async () => {
    const { hermes, received } = versioned();
    for (const id of ['a', 'b', 'c', 'd', 'e', 'e', 'a']) await hermes.models.list({ id });
    expect(received.map(({ headers }) => 'if-none-match' in headers)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test('is not remembered when the caller says so', async () => {
    const { hermes, received } = versioned();
    await hermes.models.list({}, { cache: false });
    await hermes.models.list({}, { cache: false });
    expect(received[1]?.headers).not.toHaveProperty('if-none-match');
  });

  test('is not remembered in a web page, where the header would cost a preflight, unless asked', async () => {
    const page = globalThis as { location?: unknown };
    page.location = new URL('https://example.com');
    try {
      const { hermes, received } = versioned();
      await hermes.models.list();
      await hermes.models.list();
      await hermes.models.list({}, { cache: true });
      await hermes.models.list({}, { cache: true });
      expect(received.map(({ headers }) => headers['if-none-match'])).toEqual([
        undefined,
        undefined,
        undefined,
        'W/"1"',
      ]);
    } finally {
      delete page.location;
    }
  });

  test('is missing where the caller asks with an ETag of its own', async () => {
    const headers = { 'If-None-Match': 'W/"1"' };
    await expect(versioned().hermes.models.list({}, { headers })).rejects.toMatchObject({
      code: 'unexpected_response',
      status: 304,
    });
  });

  test('is not remembered by another client', async () => {
    const { hermes } = versioned();
    await hermes.models.list();
    const { hermes: other, received } = versioned();
    await other.models.list();
    expect(received[0]?.headers).not.toHaveProperty('if-none-match');
  });
});

describe('models.retrieve', () => {
  test('leaves the slashes of the id as they are and escapes the rest', async () => {
    const { hermes, received } = hostedAPI(() => ({ body: example('ModelAnswer') }));
    const model = await hermes.models.retrieve('nousresearch/hermes-4-405b:thinking?', {
      include: 'all',
    });
    expect(model.info.developer).toBe('Nous Research');
    expect(received[0]?.url.href).toBe(
      'https://api.aimlapi.com/model/nousresearch/hermes-4-405b%3Athinking%3F?include=all',
    );
  });

  test.each(['', '/', 'a//b', '../v1/keys', 'a/./b', 4 as never])(
    'refuses %j, which would lead elsewhere, strict or not',
    async (id) => {
      for (const strict of [true, false]) {
        const { hermes, received } = hostedAPI(() => ({}), { strict });
        await expect(hermes.models.retrieve(id)).rejects.toMatchObject({
          code: 'invalid_request',
          path: 'id',
        });
        expect(received).toHaveLength(0);
      }
    },
  );

  test('says of an unknown name that it is one', async () => {
    const { hermes } = hostedAPI(() => ({ status: 404, body: example('UnknownPathError') }));
    await expect(hermes.models.retrieve('nobody/nothing')).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('No model has this id or alias.') as string,
    });
  });
});

describe('models.metrics', () => {
  const metrics = () => hostedAPI(() => ({ body: example('ModelMetricsAnswer') }));

  test('repeats the parameter for each model', async () => {
    const { hermes, received } = metrics();
    const report = await hermes.models.metrics(['nousresearch/hermes-4-405b', 'openai/gpt-5']);
    expect(report.models[0]?.metrics.tps?.p50).toBe(51.7);
    expect(received[0]?.url.pathname).toBe('/models/metrics');
    expect(received[0]?.url.searchParams.getAll('aliases')).toEqual([
      'nousresearch/hermes-4-405b',
      'openai/gpt-5',
    ]);
  });

  test('asks for all models without a parameter', async () => {
    const { hermes, received } = metrics();
    await hermes.models.metrics();
    expect(received[0]?.url.search).toBe('');
  });

  test.each([
    ['a list with commas', 'openai/gpt-5,google/veo-3'],
    ['101 models', Array.from({ length: 101 }, (_, index) => `model-${index}`)],
  ])('refuses %s', async (_, aliases) => {
    const { hermes, received } = metrics();
    await expect(hermes.models.metrics(aliases)).rejects.toMatchObject({
      code: 'invalid_request',
      path: 'aliases',
    });
    expect(received).toHaveLength(0);
  });
});

test('a model goes by its id and by each alias, and by nothing else', () => {
  const [model] = (example('ModelListAnswer') as { data: [Parameters<typeof matchesModel>[0]] })
    .data;
  expect(matchesModel(model, 'nousresearch/hermes-4-405b')).toBe(true);
  expect(matchesModel(model, 'Hermes-4-405B')).toBe(true);
  expect(matchesModel(model, 'hermes-4')).toBe(false);
});

test('a price is divided by what it is for', () => {
  expect(priceOf({ price: 3, per: 1_000_000 }, 500)).toBeCloseTo(0.0015, 12);
  expect(priceOf({ price: 0.65, per: 1 }, 5)).toBeCloseTo(3.25, 12);
});

test.each<[string, unknown]>([
  ['nothing', ''],
  ['a page', '<html></html>'],
  ['another kind of JSON', '{"models":[]}'],
  ['a list that is none', '{"data":{}}'],
  ['null', 'null'],
])('%s in place of the list is an error that says so', async (_, body) => {
  const { hermes } = hostedAPI(() => ({ body }));
  await expect(hermes.models.list()).rejects.toMatchObject({
    code: 'unexpected_response',
    message: expect.stringContaining('GET /v1/models') as string,
  });
});

test('an abort ends a call with its own reason', async () => {
  const hermes = createHermes({ fetch: () => new Promise(() => undefined) });
  const controller = new AbortController();
  const call = hermes.models.list({}, { signal: controller.signal });
  controller.abort('enough');
  await expect(call).rejects.toBe('enough');
});
