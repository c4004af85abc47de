import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CREDITS, openAccount, PREFIX } from '../../test/accounts.ts';
import { createMemoryStore } from '../account/memory-store.ts';
import type { BookedCall, Movement, Store, StoredKey } from '../account/store.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { loadSqlite } from './sqlite-store-driver.ts';
import { inTransaction } from './sqlite-store-transaction.ts';

const folder = mkdtempSync(join(tmpdir(), 'hermes4-store-'));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an account in a file', () => {
  it('is the same after the process ends', async () => {
    const file = newFile();
    const first = await openSqliteStore(file);
    const { call, manager } = await openAccount({ store: first });
    await call();
    await manager.keys.update(PREFIX, { name: 'mine', limit: { retention: 'day', threshold: 5 } });
    first.close();

    const second = await openSqliteStore(file);
    const { opened, hermes } = await openAccount({
      store: second,
      start: { key: 'another-key-than-before' },
    });
    expect(await opened).toBeUndefined();
    expect(await hermes.keys.current()).toMatchObject({
      name: 'mine',
      limit: { retention: 'day', threshold: 5 },
      monthly_usage: CREDITS / 2_000_000,
    });
    expect((await hermes.billing.transactions()).data).toHaveLength(2);
    expect((await hermes.billing.balance()).current_balance).toBe(10 - CREDITS / 2_000_000);
    second.close();
  });

  it('answers as an account in memory does, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep(), { maxLength: 25 }), async (steps) => {
        const stores = [createMemoryStore(), await openSqliteStore(':memory:')] as const;
        for (const step of steps) {
          const [memory, sqlite] = [await step(stores[0]), await step(stores[1])];
          expect(sqlite).toEqual(memory);
        }
        const [memory, sqlite] = [await everythingOf(stores[0]), await everythingOf(stores[1])];
        expect(sqlite).toEqual(memory);
        stores[1].close();
      }),
      { numRuns: 200 },
    );
  });

  it('loses nothing when several processes use it at once, from its very beginning', async () => {
    const file = newFile();
    const [processes, calls] = [4, 250];
    const ran = await Promise.all(
      Array.from({ length: processes }, (_, index) => chargeInAProcess(file, `p${index}`, calls)),
    );
    expect(ran.filter(({ isFirst }) => isFirst)).toHaveLength(1);

    const store = await openSqliteStore(file);
    const booked = processes * calls;
    expect(await store.balance()).toBe(20_000_000 - booked * CREDITS);
    expect(await store.spentSince(PREFIX, 0)).toBe(booked * CREDITS);
    const window = { keyPrefix: PREFIX, from: 0, before: Date.now() + 60_000 };
    const { rows, total } = await store.calls({ ...window, limit: booked + 1, offset: 0 });
    expect(total).toBe(booked);
    expect(new Set(rows.map(({ inferenceId }) => inferenceId)).size).toBe(booked);
    const charges = await store.movements({ direction: 'CHARGE', limit: booked + 1 });
    expect(charges).toHaveLength(booked);
    expect((await store.sums(window)).reduce((sum, { charged }) => sum + charged, 0)).toBe(booked);
    store.close();
  });

  it('books a call whole or not at all', async () => {
    const store = await openSqliteStore(newFile());
    const call = { ...anyCall, inferenceId: null as unknown as string };
    expect(() => store.book(call)).toThrow();
    expect(() => store.book({ ...anyCall, credits: 0.5 })).toThrow();
    expect(await store.balance()).toBe(0);
    expect((await store.calls({ ...ALL, limit: 1, offset: 0 })).total).toBe(0);
    await store.book(anyCall);
    expect(await store.balance()).toBe(-anyCall.credits);
    store.close();
  });

  it('lets nobody write between what it reads and what it writes', async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    const open = await loadSqlite();
    const [one, other] = [open(file), open(file)];
    other.exec('PRAGMA busy_timeout = 0');
    inTransaction(one, () => {
      one.prepare('SELECT credits FROM money').get();
      expect(() => other.exec('UPDATE money SET credits = 1')).toThrow(/locked/);
      one.exec('UPDATE money SET credits = 2');
    });
    expect(await store.balance()).toBe(2);
    for (const db of [one, other, store]) db.close();
  });

  it('does not touch the database of another program', async () => {
    const file = newFile();
    const open = await loadSqlite();
    const other = open(file);
    other.exec('CREATE TABLE theirs (x)');
    other.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: 'invalid_options',
      message: expect.stringContaining('another program') as string,
    });
  });

  it('does not touch what is no database', async () => {
    const file = newFile();
    writeFileSync(
      file,
      'a letter to a friend, which is longer than the header of a database\n'.repeat(9),
    );
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'invalid_options' });
    await expect(openSqliteStore(join(folder, 'no', 'such', 'folder'))).rejects.toMatchObject({
      code: 'invalid_options',
    });
  });

  it('does not touch the tables of a newer version', async () => {
    const file = newFile();
    (await openSqliteStore(file)).close();
    const open = await loadSqlite();
    const newer = open(file);
    newer.exec('PRAGMA user_version = 2');
    newer.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: 'invalid_options',
      message: expect.stringContaining('update @hermes4/server') as string,
    });
  });
});

const withoutOwnSqlite = process.getBuiltinModule('node:sqlite') === undefined;

it.runIf(withoutOwnSqlite)('says what to install where there is no SQLite', async () => {
  const missing = (): Promise<unknown> => Promise.reject(new Error('ERR_MODULE_NOT_FOUND'));
  await expect(loadSqlite(missing)).rejects.toMatchObject({
    code: 'invalid_options',
    message: expect.stringContaining('npm install @photostructure/sqlite@1') as string,
  });
});

async function chargeInAProcess(...args: [string, string, number]): Promise<{ isFirst: boolean }> {
  const script = fileURLToPath(new URL('../../test/charge-in-a-process.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    import.meta.resolve('tsx'),
    script,
    ...args.map(String),
  ]);
  return JSON.parse(stdout) as { isFirst: boolean };
}

const PREFIXES = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'];
const ALL = { keyPrefix: 'aaaaaaaa', from: 0, before: 10_000_000_000 };

const anyCall: BookedCall = {
  inferenceId: 'inference',
  clientRequestId: null,
  keyPrefix: 'aaaaaaaa',
  model: 'model',
  succeeded: true,
  madeAt: 1_000,
  bookedAt: 2_000,
  credits: 7,
  inputTokens: 1,
  outputTokens: 2,
};

function anyStep(): fc.Arbitrary<(store: Store) => unknown> {
  const moment = fc.nat(400_000_000);
  const prefix = fc.constantFrom(...PREFIXES);
  const changing = {
    name: fc.option(fc.string()),
    disabled: fc.boolean(),
    scopes: fc.option(fc.subarray(['model:chat' as const, 'model:image' as const])),
    limit: fc.option(fc.record({ threshold: fc.nat() }, { requiredKeys: [] })),
  };
  const key: fc.Arbitrary<StoredKey> = fc
    .record({
      ...changing,
      prefix,
      isManagement: fc.boolean(),
      createdAt: moment,
      updatedAt: moment,
    })
    .map((each) => ({ ...each, hash: `hash of ${each.prefix}` }));
  const credits = fc.nat(1_000);
  const movement: fc.Arbitrary<Movement> = fc.record({
    at: moment,
    direction: fc.constantFrom('TOPUP', 'CHARGE'),
    type: fc.constantFrom('PAYMENT', 'BONUS', 'MODEL_USAGE'),
    credits,
    model: fc.option(fc.string({ unit: 'grapheme' })),
    referenceId: fc.option(fc.uuid()),
  });
  const call: fc.Arbitrary<BookedCall> = fc.record({
    inferenceId: fc.uuid(),
    clientRequestId: fc.option(fc.string()),
    keyPrefix: prefix,
    model: fc.constantFrom('one', 'two'),
    succeeded: fc.boolean(),
    madeAt: moment,
    bookedAt: moment,
    credits,
    inputTokens: credits,
    outputTokens: credits,
  });
  const change = fc.record({ ...changing, updatedAt: moment }, { requiredKeys: ['updatedAt'] });
  const window = fc.record({ keyPrefix: prefix, from: moment, before: moment });
  const page = { limit: fc.nat(5), offset: fc.nat(5) };
  const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.option(values, { nil: undefined });
  return fc.oneof(
    fc.tuple(key, optional(movement)).map(
      ([each, money]) =>
        (store: Store) =>
          store.begin([each], money),
    ),
    key.map((each) => (store: Store) => store.addKey(each)),
    fc.tuple(prefix, change).map(
      ([name, to]) =>
        (store: Store) =>
          store.changeKey(name, to),
    ),
    prefix.map((name) => (store: Store) => store.deleteKey(name)),
    movement.map((each) => (store: Store) => store.move(each)),
    { weight: 4, arbitrary: call.map((each) => (store: Store) => store.book(each)) },
    fc.tuple(prefix, moment).map(
      ([name, day]) =>
        (store: Store) =>
          store.spentSince(name, day),
    ),
    fc
      .record({
        from: optional(moment),
        before: optional(moment),
        direction: optional(fc.constantFrom('TOPUP' as const, 'CHARGE' as const)),
        type: optional(fc.constantFrom('BONUS' as const, 'MODEL_USAGE' as const)),
        limit: fc.nat(5),
      })
      .map((query) => async (store: Store) => {
        const first = await store.movements(query);
        const rest = await store.movements({ ...query, after: first.at(-1) });
        return [first, rest].map((entries) => entries.map(withoutPlace));
      }),
    fc
      .tuple(
        window,
        fc.record({
          ...page,
          models: optional(fc.subarray(['one', 'two'], { minLength: 1 })),
          succeeded: optional(fc.boolean()),
        }),
      )
      .map(([span, query]) => async (store: Store) => {
        const { rows, total } = await store.calls({ ...span, ...query });
        return { rows: rows.map(withoutPlace), total };
      }),
    window.map((span) => async (store: Store) => sorted(await store.sums(span))),
  );
}

async function everythingOf(store: Store): Promise<unknown> {
  return {
    keys: await store.keys(),
    found: await Promise.all(PREFIXES.map(async (prefix) => store.findKey(`hash of ${prefix}`))),
    balance: await store.balance(),
    movements: (await store.movements({ limit: 1_000 })).map(withoutPlace),
    sums: sorted(await store.sums(ALL)),
  };
}

/** A place is a store's own affair, as is the order of sums. */
function withoutPlace(entry: object): object {
  return { ...entry, place: undefined };
}

function sorted<T>(sums: readonly T[]): T[] {
  return [...sums].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
