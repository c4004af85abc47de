import { describe, expect, it } from 'vitest';
import {
  CREDITS,
  chatRequest,
  KEY,
  MANAGEMENT_KEY,
  openAccount,
  PREFIX,
} from '../../test/accounts.ts';
import { DEFAULT_PRICES } from '../prices.ts';
import type { AccountStart } from './account-start.ts';
import { createAccount } from './create-account.ts';
import { createMemoryStore } from './memory-store.ts';

describe('who may call', () => {
  it('is who holds an enabled key; its first eight characters say who it is', async () => {
    const { authorize } = await openAccount();
    expect(await authorize(chatRequest(KEY))).toEqual({ id: PREFIX, keyPrefix: PREFIX });
  });

  it.each([
    ['nothing', undefined],
    ['an unknown key', 'cccccccc-unknown-key'],
    ['the first half of a key', KEY.slice(0, 12)],
    ['a key and more', `${KEY}x`],
  ])('is not who sends %s', async (_, key) => {
    const { authorize } = await openAccount();
    await expect(authorize(chatRequest(key))).rejects.toMatchObject({
      status: 401,
      message: expect.stringMatching(/^This request requires a valid API key\./) as string,
      headers: { 'www-authenticate': 'Bearer' },
    });
  });

  it('is not who holds a key that is disabled, until it is enabled again', async () => {
    const { authorize, manager } = await openAccount();
    await manager.keys.update(PREFIX, { disabled: true });
    await expect(authorize(chatRequest(KEY))).rejects.toMatchObject({ status: 401 });
    await manager.keys.update(PREFIX, { disabled: false });
    expect(await authorize(chatRequest(KEY))).toMatchObject({ id: PREFIX });
  });

  it('is not who holds a key that was deleted', async () => {
    const { authorize, manager } = await openAccount();
    await manager.keys.delete(PREFIX);
    await expect(authorize(chatRequest(KEY))).rejects.toMatchObject({ status: 401 });
  });

  it('is not who holds a management key', async () => {
    const { authorize } = await openAccount();
    await expect(authorize(chatRequest(MANAGEMENT_KEY))).rejects.toMatchObject({ status: 403 });
  });

  it('is not who holds a key without the scope of chat', async () => {
    const { authorize, manager } = await openAccount();
    await manager.keys.update(PREFIX, { scopes: ['model:image'] });
    await expect(authorize(chatRequest(KEY))).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('model:chat') as string,
    });
    await manager.keys.update(PREFIX, { scopes: ['model:image', 'model:chat'] });
    expect(await authorize(chatRequest(KEY))).toMatchObject({ id: PREFIX });
  });

  it('is nobody when the account has run out of funds, in the form that the host was seen to use', async () => {
    const { authorize, call, topUp, get } = await openAccount({ start: { balance: 0.0001 } });
    await call();
    await expect(authorize(chatRequest(KEY))).rejects.toMatchObject({
      status: 403,
      title: 'Forbidden',
      message: expect.stringMatching(/^You've run out of funds\./) as string,
    });
    expect((await get('/v2/billing')).status, 'the balance can still be read').toBe(200);
    await topUp(1);
    expect(await authorize(chatRequest(KEY))).toMatchObject({ id: PREFIX });
  });

  // The clock begins on a Wednesday, and a call costs more than 0.0001 US dollars.
  it.each([
    ['day', '2026-08-19T23:59:59.999Z', '2026-08-20T00:00:00.000Z'],
    ['week', '2026-08-23T23:59:59.999Z', '2026-08-24T00:00:00.000Z'],
    ['month', '2026-08-31T23:59:59.999Z', '2026-09-01T00:00:00.000Z'],
  ] as const)(
    'is whose key is within its limit, which begins anew each %s',
    async (retention, still, anew) => {
      const { authorize, call, manager, clock } = await openAccount();
      await manager.keys.update(PREFIX, { limit: { retention, threshold: 0.0002 } });
      await call();
      expect(await authorize(chatRequest(KEY))).toMatchObject({ id: PREFIX });
      await call();
      await clock.pass(Date.parse(still) - clock.now());
      await expect(authorize(chatRequest(KEY))).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining(anew) as string,
      });
      await clock.pass(1);
      expect(await authorize(chatRequest(KEY))).toMatchObject({ id: PREFIX });
    },
  );

  it('is not for ever, where a limit never begins anew', async () => {
    const { authorize, call, manager, clock } = await openAccount();
    await manager.keys.update(PREFIX, { limit: { retention: 'no_reset', threshold: 0.0001 } });
    await call();
    await clock.pass(400 * 86_400_000);
    await expect(authorize(chatRequest(KEY))).rejects.toMatchObject({ status: 403 });
  });

  it('is not whose key has spent its limit to the last credit', async () => {
    const { authorize, call, manager } = await openAccount();
    const threshold = CREDITS / 2_000_000;
    await manager.keys.update(PREFIX, { limit: { threshold } });
    await call();
    await expect(authorize(chatRequest(KEY))).rejects.toMatchObject({ status: 403 });
  });

  it('counts a limit by its own key alone', async () => {
    const { authorize, call, manager } = await openAccount();
    await manager.keys.update(PREFIX, { limit: { retention: 'day', threshold: 0.0001 } });
    await call({ caller: { id: 'cccccccc', keyPrefix: 'cccccccc' } });
    expect(await authorize(chatRequest(KEY))).toMatchObject({ id: PREFIX });
  });
});

describe('an account', () => {
  it('tells the keys of a new account once, and the store never learns them', async () => {
    const store = createMemoryStore();
    const clock = { now: () => 0, after: () => () => undefined };
    const first = await createAccount({ store, clock, prices: DEFAULT_PRICES }).opened;
    expect(first?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(first?.managementKey).toMatch(/^[0-9a-f]{32}$/);
    expect(await createAccount({ store, clock, prices: DEFAULT_PRICES }).opened).toBeUndefined();
    const kept = JSON.stringify(await store.keys());
    expect(kept).not.toContain(first?.key);
    expect(kept).not.toContain(first?.managementKey);
  });

  it.each<[string, AccountStart]>([
    ['key', { key: 'short' }],
    ['key', { key: 'a key with blanks in it' }],
    ['managementKey', { key: KEY, managementKey: `${PREFIX}-the-same-name` }],
    ['balance', { balance: -1 }],
    ['balance', { balance: Number.NaN }],
  ])('does not begin with a %s that cannot be one, and does not repeat it', (path, start) => {
    const begin = (): unknown =>
      createAccount({
        store: createMemoryStore(),
        clock: { now: () => 0, after: () => () => undefined },
        prices: DEFAULT_PRICES,
        start,
      });
    expect(begin).toThrow(expect.objectContaining({ code: 'invalid_options', path }));
    expect(begin).not.toThrow(start.key ?? 'never');
  });

  it('refuses a request, and nothing else, when its store cannot be opened', async () => {
    const broken = {
      ...createMemoryStore(),
      begin: () => Promise.reject(new Error('the disk is full')),
    };
    const account = createAccount({
      store: broken,
      clock: { now: () => 0, after: () => () => undefined },
      prices: DEFAULT_PRICES,
    });
    await expect(account.authorize(chatRequest(KEY))).rejects.toThrow('the disk is full');
  });
});
