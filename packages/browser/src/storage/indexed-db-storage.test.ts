import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationSummary } from '../chat/conversation.ts';
import type { ChatMessage } from '../chat/message.ts';
import { indexedDbStorage } from './indexed-db-storage.ts';
import { type Migration, openDatabase, resultOf } from './open-database.ts';

beforeEach(() => {
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  return () => vi.unstubAllGlobals();
});

const summary = (id: string, updatedAt = 1): ConversationSummary => ({
  id,
  title: id,
  updatedAt,
  leafId: undefined,
});
const message = (id: string, content = id): ChatMessage => ({
  id,
  parentId: undefined,
  role: 'user',
  createdAt: 1,
  content,
});

describe('conversations in IndexedDB', () => {
  it('are there after a reload, the last changed first', async () => {
    const indexedDB = new IDBFactory();
    const before = indexedDbStorage({ indexedDB });
    await before.save(summary('a', 2), [message('1'), message('2')]);
    await before.save(summary('b', 1), [message('3')]);
    await before.save({ ...summary('a', 3), title: 'A' }, []);
    const after = indexedDbStorage({ indexedDB });
    expect((await after.list()).map(({ title }) => title)).toEqual(['A', 'b']);
    expect(await after.load('a')).toEqual({
      summary: { ...summary('a', 3), title: 'A' },
      messages: [message('1'), message('2')],
    });
    expect(await after.load('x')).toBeUndefined();
  });

  it('of two tabs are one tree: neither undoes what the other has added', async () => {
    const indexedDB = new IDBFactory();
    const tabs = [indexedDbStorage({ indexedDB }), indexedDbStorage({ indexedDB })];
    await Promise.all(tabs.map((tab, index) => tab.save(summary('a'), [message(`of ${index}`)])));
    expect((await tabs[0]?.load('a'))?.messages).toHaveLength(2);
  });

  it('make room: those go that were changed longest ago, never the one that is written', async () => {
    const storage = indexedDbStorage({ indexedDB: new IDBFactory(), maxConversations: 2 });
    await storage.save(summary('old', 1), [message('1')]);
    await storage.save(summary('new', 3), [message('2')]);
    await storage.save(summary('oldest', 0), [message('3')]);
    expect((await storage.list()).map(({ id }) => id)).toEqual(['new', 'oldest']);
    expect(await storage.load('old')).toBeUndefined();
  });

  it('have their bytes counted, a message that grows only once', async () => {
    const storage = indexedDbStorage({ indexedDB: new IDBFactory(), maxBytes: 500 });
    await storage.save(summary('a', 1), [message('1')]);
    for (let round = 0; round < 9; round++) {
      await storage.save(summary('b', 2), [message('2', 'é'.repeat(50 + round))]);
    }
    expect(await storage.list()).toHaveLength(2);
    await storage.save(summary('b', 3), [message('2', 'é'.repeat(210))]);
    expect((await storage.list()).map(({ id }) => id)).toEqual(['b']);
  });

  it('that are too large are refused, and nothing of them is written', async () => {
    const storage = indexedDbStorage({ indexedDB: new IDBFactory(), maxBytes: 200 });
    await storage.save(summary('a'), [message('1', 'short')]);
    const tooLarge = storage.save(summary('a', 2), [
      message('1', 'x'),
      message('2', 'y'.repeat(300)),
    ]);
    await expect(tooLarge).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(await storage.load('a')).toEqual({
      summary: summary('a'),
      messages: [message('1', 'short')],
    });
  });

  it('can be removed, messages and all', async () => {
    const indexedDB = new IDBFactory();
    const storage = indexedDbStorage({ indexedDB });
    await storage.save(summary('a'), [message('1')]);
    await storage.save(summary('ab'), [message('2')]);
    await storage.remove('a');
    await storage.remove('a');
    expect((await storage.list()).map(({ id }) => id)).toEqual(['ab']);
    const database = await resultOf(indexedDB.open('hermes4'));
    const count = database.transaction('messages').objectStore('messages').count();
    expect(await resultOf(count)).toBe(1);
  });

  it('are told of between tabs, until nobody listens', async () => {
    const indexedDB = new IDBFactory();
    const [one, other] = [indexedDbStorage({ indexedDB }), indexedDbStorage({ indexedDB })];
    const stop: (() => void)[] = [];
    const heard = new Promise((resolve) => stop.push(other.onChange?.(resolve) as () => void));
    await one.save(summary('a'), [message('1')]);
    expect(await heard).toEqual({ id: 'a', removed: false });
    stop[0]?.();
  });

  it('cannot be kept where there is no IndexedDB, which is said', async () => {
    await expect(indexedDbStorage().list()).rejects.toThrow('There is no IndexedDB here');
  });
});

describe('a database', () => {
  const first: Migration = (database) => void database.createObjectStore('a');
  const second: Migration = (_, transaction) =>
    void transaction.objectStore('a').createIndex('i', 'i');
  const open = (factory: IDBFactory, migrations: readonly Migration[], closed = vi.fn()) =>
    openDatabase({ name: 'd', migrations, factory: () => factory, closed });

  it('of an earlier version is brought to the current one, while its holders make way', async () => {
    const factory = new IDBFactory();
    const closed = vi.fn();
    await open(factory, [first], closed);
    const database = await open(factory, [first, second]);
    expect(database.version).toBe(2);
    expect([...database.transaction('a').objectStore('a').indexNames]).toEqual(['i']);
    expect(closed).toHaveBeenCalled();
  });

  it('of a later version is left alone, which is said', async () => {
    const factory = new IDBFactory();
    (await open(factory, [first, second])).close();
    await expect(open(factory, [first])).rejects.toThrow('a later version of this page: reload it');
  });

  it('that somebody holds in an earlier version is not waited for', async () => {
    const factory = new IDBFactory();
    await resultOf(factory.open('d', 1));
    await expect(open(factory, [first, second])).rejects.toThrow('Another tab');
  });
});
