import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../exit-code.ts';
import type { NewExchange } from './exchange.ts';
import { type History, historyIn } from './history.ts';
import { inTransaction } from './in-transaction.ts';
import { messagesOf } from './message-thread.ts';
import { openHistory } from './open-history.ts';
import { type Database, loadSqlite } from './sqlite-driver.ts';

let folder: string;
let path: string;
let history: History;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hermes4-history-'));
  path = join(folder, 'data', 'history.db');
  history = await openHistory(path);
});

afterEach(() => {
  history.close();
  rmSync(folder, { recursive: true });
});

function exchange(question: string, more: Partial<NewExchange> = {}): NewExchange {
  return {
    at: 1_000,
    origin: 'https://api.aimlapi.com',
    model: 'nousresearch/hermes-4-405b',
    messages: [{ role: 'user', content: question }],
    answer: { role: 'assistant', content: `About ${question}` },
    finishReason: 'stop',
    ...more,
  };
}

describe('history', () => {
  it('gives back what it was given', () => {
    const full = exchange('sky', {
      system: 'Be brief.',
      parameters: { temperature: 0.5, stop: ['\n'] },
      usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 },
      usd: 0.000_012,
    });
    const id = history.add(full);
    expect(history.find(id)).toEqual({ id, conversation: id, ...full });
  });

  it('tells a conversation by its first exchange, and a fork by what led to it', () => {
    const first = history.add(exchange('one', { at: 1 }));
    const other = history.add(exchange('another', { at: 2 }));
    const second = history.add(exchange('two', { at: 3, parent: first, usd: 0.5 }));
    const fork = history.add(exchange('fork', { at: 4, parent: first, usd: 0.25 }));
    const said = (id: number): unknown[] => messagesOf(history.thread(id)).map((m) => m.content);
    expect(said(second)).toEqual(['one', 'About one', 'two', 'About two']);
    expect(said(fork)).toEqual(['one', 'About one', 'fork', 'About fork']);
    expect(history.conversation(first).map(({ id }) => id)).toEqual([first, second, fork]);
    expect(history.latest()?.id).toBe(fork);
    expect(history.latest(other)?.id).toBe(other);
    expect(history.list(10)).toMatchObject([
      { id: first, title: 'one', exchanges: 3, startedAt: 1, lastAt: 4, usd: 0.75 },
      { id: other, title: 'another', exchanges: 1, usd: null },
    ]);
    expect(history.list(1)).toHaveLength(1);
  });

  it('begins a conversation when what it goes on from has been removed', () => {
    const first = history.add(exchange('one'));
    expect(history.remove([first])).toEqual({ exchanges: 1, isErased: true });
    const next = history.add(exchange('two', { parent: first }));
    expect(next).toBeGreaterThan(first);
    expect(history.find(next)).toMatchObject({ conversation: next });
    expect(history.find(next)).not.toHaveProperty('parent');
  });

  it('finds words by their beginnings, in any case and without accents, and phrases as they stand', () => {
    const sky = history.add(exchange('Why is the café blue?'));
    const sea = history.add(exchange('Why is the sea blue and not the sky?'));
    const found = (typed: string): number[] => history.search(typed, 10).map(({ id }) => id);
    expect(found('CAFE').sort()).toEqual([sky]);
    expect(found('blu why').sort()).toEqual([sky, sea]);
    expect(found('"the sea"')).toEqual([sea]);
    expect(found('"sea the"')).toEqual([]);
    expect(found('nothing')).toEqual([]);
    expect(found(' -- "" ')).toEqual([]);
    expect(history.search('sea', 10)[0]?.excerpt).toContain('\u{2}sea\u{3}');
  });

  it('takes any text for words, never for a query', () => {
    history.add(exchange('Why?'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (typed) => {
        expect(() => history.search(typed, 1)).not.toThrow();
      }),
    );
    for (const typed of ['NOT why', 'why OR', 'asked:why', 'NEAR(', '^why*', '"why']) {
      expect(() => history.search(typed, 1)).not.toThrow();
    }
  });

  it('leaves nothing of what was removed, in the index and in the files', () => {
    const id = history.add(exchange('a confidential matter'));
    history.add(exchange('something else'));
    history.remove([id]);
    expect(history.search('confidential', 10)).toEqual([]);
    const files = readFileSync(path, 'latin1') + readFileSync(`${path}-wal`, 'latin1');
    expect(files).not.toContain('confidential');
    expect(files).toContain('something else');
  });

  it('names what nobody went on with since a moment', () => {
    const first = history.add(exchange('one', { at: 1 }));
    const old = history.add(exchange('old', { at: 2 }));
    history.add(exchange('two', { at: 10, parent: first }));
    expect(history.untouchedSince(5)).toEqual([old]);
  });

  it('reads everything, page by page', () => {
    const ids = Array.from({ length: 205 }, (_, index) => history.add(exchange(`${index}`)));
    expect([...history.all()].map(({ id }) => id)).toEqual(ids);
  });

  it('loses nothing of two that write at once', async () => {
    const other = await openHistory(path);
    for (let turn = 0; turn < 20; turn += 1) {
      history.add(exchange(`mine ${turn}`));
      other.add(exchange(`theirs ${turn}`));
    }
    other.close();
    expect([...history.all()]).toHaveLength(40);
  });

  it('says that the words are still on the disk while another reads', async () => {
    const id = history.add(exchange('a confidential matter'));
    const { open } = await loadSqlite();
    const [reader, late] = [open(path), open(path)];
    late.exec('PRAGMA busy_timeout = 0');
    reader.exec('BEGIN');
    reader.prepare('SELECT COUNT(*) FROM exchanges').get();
    expect(historyIn(late).remove([id])).toEqual({ exchanges: 1, isErased: false });
    reader.exec('COMMIT');
    expect(historyIn(late).remove([])).toEqual({ exchanges: 0, isErased: true });
    reader.close();
    late.close();
  });

  it('says who is in the way when another does not let go of it', async () => {
    const { open } = await loadSqlite();
    const [writer, late] = [open(path), open(path)];
    writer.exec('BEGIN IMMEDIATE');
    expect(() => inTransaction(late, () => 'unreachable')).toThrow(
      expect.objectContaining({
        exitCode: EXIT.locked,
        message: expect.stringContaining('another process has kept it to itself') as string,
      }) as Error,
    );
    writer.exec('COMMIT');
    expect(inTransaction(late, () => 'done')).toBe('done');
    writer.close();
    late.close();
  });

  it('is for its owner alone', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });
});

describe('a file that cannot be used', () => {
  async function damage(sql: string): Promise<string> {
    const other = join(folder, 'other.db');
    const { open } = await loadSqlite();
    const db: Database = open(other);
    db.exec(sql);
    db.close();
    return other;
  }

  it('is told with its name when it is no database', async () => {
    const other = join(folder, 'other.db');
    writeFileSync(other, 'not a database, however long it may be. '.repeat(100));
    await expect(openHistory(other)).rejects.toThrow(`The history in ${other} cannot be used`);
  });

  it('is left alone when it belongs to another program', async () => {
    const other = await damage('CREATE TABLE theirs (a)');
    await expect(openHistory(other)).rejects.toThrow('it is the database of another program');
  });

  it('is left alone when a newer version made it', async () => {
    const other = await damage('PRAGMA application_id = 0x48344849; PRAGMA user_version = 99');
    await expect(openHistory(other)).rejects.toThrow(/of version 99.*update @hermes4\/cli/);
  });

  it('tells what to do when there is no SQLite', async () => {
    if (process.getBuiltinModule('node:sqlite')) return;
    const missing = loadSqlite(() => Promise.reject(new Error('no such package')));
    await expect(missing).rejects.toThrow(/Node 22.13 or newer.*@photostructure\/sqlite@1/);
  });
});
