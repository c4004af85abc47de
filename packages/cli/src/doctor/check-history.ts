import { historyPath, openHistory } from '../history/open-history.ts';
import { loadSqlite } from '../history/sqlite-driver.ts';
import type { Io } from '../io.ts';
import type { Settings } from '../settings/resolve-settings.ts';
import { type Outcome, skipped } from './finding.ts';

/** Whether exchanges can be kept. Nothing that is asked fails without. */
export async function checkHistory(settings: Settings, io: Io): Promise<Outcome> {
  if (settings.get('history') === false) return skipped('History is switched off');
  const path = historyPath(io);
  try {
    const { name } = await loadSqlite();
    (await openHistory(path)).close();
    return { status: 'ok', summary: `History is kept in ${path}`, facts: { path, driver: name } };
  } catch (error) {
    return { status: 'warning', summary: (error as Error).message, facts: { path } };
  }
}
