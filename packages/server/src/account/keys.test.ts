import { describe, expect, it } from 'vitest';
import {
  CREDITS,
  chatRequest,
  KEY,
  MANAGEMENT_KEY,
  NOW,
  openAccount,
  PREFIX,
} from '../../test/accounts.ts';
import { problems } from '../../test/api-document.ts';

const LATER = '2026-08-20T15:30:00.000Z';

describe('the key in use', () => {
  it('is the one that asks, with what it spent this month', async () => {
    const { hermes, call, clock } = await openAccount();
    await call();
    await call();
    expect(await hermes.keys.current()).toEqual({
      name: null,
      disabled: false,
      prefix: PREFIX,
      scopes: null,
      limit: null,
      created_at: NOW,
      updated_at: NOW,
      monthly_usage: (2 * CREDITS) / 2_000_000,
      isThisKey: true,
    });
    await clock.pass(13 * 86_400_000);
    expect((await hermes.keys.current()).monthly_usage).toBe(0);
  });

  it('is never a management key', async () => {
    const { manager } = await openAccount();
    await expect(manager.keys.current()).rejects.toMatchObject({ code: 'forbidden', status: 403 });
  });
});

describe('managing keys', () => {
  it('makes a key that works, tells it once, and names it by its first eight characters', async () => {
    const { manager, authorize, get } = await openAccount();
    const made = await manager.keys.create({
      name: 'staging',
      limit: { retention: 'week', threshold: 25 },
      scopes: ['model:chat'],
    });
    expect(problems('CreatedAPIKey', { ...made, key: made.key })).toEqual([]);
    expect(made).toMatchObject({
      name: 'staging',
      limit: { retention: 'week', threshold: 25 },
      scopes: ['model:chat'],
      disabled: false,
      monthly_usage: 0,
    });
    expect(made.prefix).toBe(made.key.slice(0, 8));
    expect(await authorize(chatRequest(made.key))).toMatchObject({ keyPrefix: made.prefix });
    expect(await (await get('/v1/keys', MANAGEMENT_KEY)).text()).not.toContain(made.key);
  });

  it('makes an unlimited key for who asks for nothing', async () => {
    const { fetch } = await openAccount();
    const response = await fetch('http://localhost/v1/keys', {
      method: 'POST',
      headers: { authorization: `Bearer ${MANAGEMENT_KEY}` },
    });
    expect(await response.json()).toMatchObject({
      data: { name: null, limit: null, scopes: null },
    });
  });

  it('takes another key when one begins like one that there is', async () => {
    const keys = [`${PREFIX}-the-same-beginning`, 'dddddddd-another-beginning'];
    const { manager } = await openAccount({ newKey: () => keys.shift() ?? '' });
    expect((await manager.keys.create()).prefix).toBe('dddddddd');
  });

  it('lists regular keys, the oldest first', async () => {
    const { manager, get } = await openAccount();
    const second = await manager.keys.create();
    const { data } = await manager.keys.list();
    expect(data.map(({ prefix }) => prefix)).toEqual([PREFIX, second.prefix]);
    const body: unknown = await (await get('/v1/keys', MANAGEMENT_KEY)).json();
    expect(problems('APIKeyList', body)).toEqual([]);
  });

  it('changes what is given and leaves the rest', async () => {
    const { manager, clock } = await openAccount();
    await manager.keys.update(PREFIX, { name: 'mine', limit: { threshold: 5 } });
    await clock.pass(86_400_000);
    const changed = await manager.keys.update(PREFIX, { disabled: true });
    expect(problems('APIKey', changed)).toEqual([]);
    expect(changed).toMatchObject({
      name: 'mine',
      limit: { threshold: 5 },
      disabled: true,
      created_at: NOW,
      updated_at: LATER,
    });
  });

  it('clears a name and a limit by PUT, which PATCH cannot', async () => {
    const { manager, fetch } = await openAccount();
    await manager.keys.update(PREFIX, { name: 'mine', limit: { threshold: 5 }, disabled: true });
    const send = (method: string): Promise<Response> =>
      fetch(`http://localhost/v1/keys/${PREFIX}`, {
        method,
        headers: { authorization: `Bearer ${MANAGEMENT_KEY}` },
        body: JSON.stringify({ name: null, limit: null }),
      });
    expect((await send('PATCH')).status).toBe(400);
    expect(await (await send('PUT')).json()).toMatchObject({
      data: { name: null, limit: null, disabled: true },
    });
  });

  it('deletes a key for good', async () => {
    const { manager } = await openAccount();
    const { prefix } = await manager.keys.create();
    const gone = await manager.keys.delete(prefix);
    expect(problems('DeletedAPIKey', gone)).toEqual([]);
    expect(gone).toEqual({ prefix, deleted: true });
    await expect(manager.keys.delete(prefix)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('does not let a management key do away with management keys', async () => {
    const { manager } = await openAccount();
    const prefix = MANAGEMENT_KEY.slice(0, 8);
    await expect(manager.keys.delete(prefix)).rejects.toMatchObject({ code: 'not_found' });
    await expect(manager.keys.update(prefix, {})).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['GET', '/v1/keys'],
    ['POST', '/v1/keys'],
    ['PATCH', `/v1/keys/${PREFIX}`],
    ['PUT', `/v1/keys/${PREFIX}`],
    ['DELETE', `/v1/keys/${PREFIX}`],
  ])('needs a management key to %s %s', async (method, path) => {
    const { fetch } = await openAccount();
    for (const [key, status] of [
      [KEY, 403],
      ['an-unknown-key', 401],
    ] as const) {
      const response = await fetch(`http://localhost${path}`, {
        method,
        headers: { authorization: `Bearer ${key}` },
      });
      expect(response.status).toBe(status);
      expect(problems('ErrorBodyHosted', await response.json())).toEqual([]);
    }
  });

  it.each([
    ['POST', '{"name":7}', 400, 'name: expected a string'],
    ['POST', '{"color":"red"}', 400, 'color: expected no such property'],
    ['POST', '{"scopes":["model:telepathy"]}', 400, 'scopes[0]'],
    ['POST', '{"limit":{"retention":"hour"}}', 400, 'limit.retention'],
    ['POST', '[]', 400, 'The body: expected an object'],
    ['POST', '{', 400, 'not valid JSON'],
    ['PATCH', '', 400, 'not valid JSON'],
    ['PATCH', '{"disabled":"yes"}', 400, 'disabled: expected a boolean'],
    ['PATCH', new Uint8Array([0xff]), 400, 'as UTF-8 text'],
    ['PATCH', `{"name":"${'x'.repeat(65_536)}"}`, 413, 'larger than'],
  ])('refuses to %s %s', async (method, body, status, says) => {
    const { fetch, manager } = await openAccount();
    const path = method === 'POST' ? '/v1/keys' : `/v1/keys/${PREFIX}`;
    const response = await fetch(`http://localhost${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${MANAGEMENT_KEY}` },
    });
    expect(response.status).toBe(status);
    expect(((await response.json()) as { message: string }).message).toContain(says);
    expect((await manager.keys.list()).data).toHaveLength(1);
  });

  it('keeps nothing of a limit but what a limit has', async () => {
    const { fetch } = await openAccount();
    const response = await fetch(`http://localhost/v1/keys/${PREFIX}`, {
      method: 'PATCH',
      body: '{"limit":{"threshold":1,"note":"x"},"note":"x"}',
      headers: { authorization: `Bearer ${MANAGEMENT_KEY}` },
    });
    expect(((await response.json()) as { data: object }).data).toMatchObject({
      limit: { threshold: 1 },
    });
    expect(
      JSON.stringify(
        await (
          await fetch('http://localhost/v1/key', { headers: { authorization: `Bearer ${KEY}` } })
        ).json(),
      ),
    ).not.toContain('note');
  });
});
