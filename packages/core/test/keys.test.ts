import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { type APIKeyUpdateParams, isHermesError } from '../src/index.ts';
import { example, hostedAPI } from './hosted-api.ts';

const secret = 'b747e891000000000000000000000000';

test('current() says whether the key that was used last is the one that asks', async () => {
  const answer = () => ({ body: example('CurrentKeyAnswer') });
  const own = hostedAPI(answer);
  expect(await own.hermes.keys.current()).toMatchObject({ prefix: 'b747e891', isThisKey: true });
  expect(own.received[0]).toMatchObject({ operation: 'getCurrentKey', body: undefined });

  const other = hostedAPI(answer, { apiKey: '0c1d2e3f-rest' }).hermes;
  expect((await other.keys.current()).isThisKey).toBe(false);

  const none = hostedAPI(answer, { apiKey: undefined }).hermes;
  expect((await none.keys.current()).isThisKey).toBeUndefined();

  const headers = { Authorization: 'Bearer another' };
  expect((await own.hermes.keys.current({ headers })).isThisKey).toBeUndefined();
});

test('list() gives the keys, oldest first, as one page', async () => {
  const { hermes, received } = hostedAPI(() => ({ body: example('KeyListAnswer') }));
  const page = await hermes.keys.list();
  expect(page.data.map(({ prefix }) => prefix)).toEqual(['0c1d2e3f', 'b747e891']);
  expect(page.hasNextPage()).toBe(false);
  expect(received[0]).toMatchObject({ operation: 'listKeys', method: 'GET' });
});

test('create() gives the secret by its name, and to nothing that prints or copies the answer', async () => {
  const { hermes, received } = hostedAPI(() => ({ body: example('CreatedKeyAnswer') }));
  const params = example('CreateKeyRequest');
  const created = await hermes.keys.create(params);
  expect(received[0]).toMatchObject({ operation: 'createKey', method: 'POST', body: params });
  expect(received[0]?.headers['content-type']).toBe('application/json');
  expect(created.key).toBe(secret);
  const { key } = created;
  expect(key).toBe(secret);
  for (const shown of [JSON.stringify(created), inspect(created), inspect({ ...created })])
    expect(shown).not.toContain(secret);
});

test('create() without parameters sends an empty body', async () => {
  const { hermes, received } = hostedAPI(() => ({ body: example('CreatedKeyAnswer') }));
  await hermes.keys.create();
  expect(received[0]?.body).toEqual({});
});

test('an answer cut short shows nothing of the new secret', async () => {
  const whole = JSON.stringify({ key: secret, data: example('CreatedKeyAnswer') });
  for (const body of [whole.slice(0, -1), JSON.stringify({ key: secret })]) {
    const { hermes } = hostedAPI(() => ({ body }));
    const error: unknown = await hermes.keys.create().catch((caught: unknown) => caught);
    expect(isHermesError(error) && error.code).toBe('unexpected_response');
    expect(inspect(error)).not.toContain(secret);
  }
});

test('update() changes what is given', async () => {
  const { hermes, received } = hostedAPI(() => ({ body: example('UpdatedKeyAnswer') }));
  const key = await hermes.keys.update('b747e891', { disabled: true });
  expect(key.disabled).toBe(true);
  expect(received[0]).toMatchObject({
    operation: 'updateKey',
    method: 'PATCH',
    body: { disabled: true },
  });
  expect(received[0]?.url.pathname).toBe('/v1/keys/b747e891');
});

test('delete() is a DELETE without a body', async () => {
  const { hermes, received } = hostedAPI(() => ({ body: example('DeletedKeyAnswer') }));
  expect(await hermes.keys.delete('b7/7e8?1')).toEqual({ prefix: 'b747e891', deleted: true });
  expect(received[0]).toMatchObject({ method: 'DELETE', body: undefined });
  expect(received[0]?.headers).not.toHaveProperty('content-type');
});

test.each(['', 'b747e89', secret, 'b747 891', undefined as never])(
  'the prefix %j is refused, strict or not, and never repeated',
  async (prefix) => {
    for (const strict of [true, false]) {
      const { hermes, received } = hostedAPI(() => ({}), { strict });
      for (const call of [hermes.keys.delete(prefix), hermes.keys.update(prefix, {})]) {
        const error: unknown = await call.catch((caught: unknown) => caught);
        expect(error).toMatchObject({ code: 'invalid_request', path: 'prefix' });
        if (prefix) expect(inspect(error)).not.toContain(prefix);
      }
      expect(received).toHaveLength(0);
    }
  },
);

test.each<[string, object]>([
  ['nme', { nme: 'typo' }],
  ['scopes[0]', { scopes: ['chat'] }],
  ['limit.retention', { limit: { retention: 'year' } }],
  ['limit.threshold', { limit: { threshold: '25' } }],
])('a wrong %s of a new key is refused by its name', async (path, params) => {
  const { hermes, received } = hostedAPI(() => ({}));
  await expect(hermes.keys.create(params)).rejects.toMatchObject({ code: 'invalid_request', path });
  expect(received).toHaveLength(0);
});

test('a wrong change is refused by its name', async () => {
  const change = { disabled: 'yes' } as unknown as APIKeyUpdateParams;
  await expect(hostedAPI(() => ({})).hermes.keys.update('b747e891', change)).rejects.toMatchObject({
    path: 'disabled',
  });
});

test('a regular key is told that it takes a management key', async () => {
  const { hermes } = hostedAPI(() => ({ status: 403, body: { message: 'Forbidden resource' } }));
  const message = expect.stringContaining('needs a management key') as string;
  await expect(hermes.keys.list()).rejects.toMatchObject({ code: 'forbidden', message });
  await expect(hermes.keys.create()).rejects.toMatchObject({ code: 'forbidden', message });
  await expect(hermes.keys.update('b747e891', {})).rejects.toMatchObject({ message });
  await expect(hermes.keys.delete('b747e891')).rejects.toMatchObject({ message });
});
