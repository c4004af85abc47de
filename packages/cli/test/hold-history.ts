import { openHistory } from '../src/history/open-history.ts';
import { loadSqlite } from '../src/history/sqlite-driver.ts';

/**
 * Keeps an exchange, and then the right to write to the history, as a process does that is at work on it.
 *
 * @returns What lets go of it.
 */
export async function holdHistory(path: string, question: string): Promise<() => void> {
  const history = await openHistory(path);
  history.add({
    at: 0,
    origin: 'http://localhost',
    model: 'any',
    messages: [{ role: 'user', content: question }],
    answer: { role: 'assistant', content: 'An answer' },
    finishReason: 'stop',
  });
  history.close();
  const { open } = await loadSqlite();
  const db = open(path);
  db.exec('BEGIN IMMEDIATE');
  return () => db.close();
}
