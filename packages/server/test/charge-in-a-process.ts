// One of several processes that use one account at once: `charge-in-a-process.ts <file> <name> <calls>`.
import { createAccount } from '../src/account/create-account.ts';
import { systemClock } from '../src/clock.ts';
import { openSqliteStore } from '../src/node/sqlite-store.ts';
import { DEFAULT_PRICES } from '../src/prices.ts';
import { callRecord, KEY, MANAGEMENT_KEY } from './accounts.ts';

const [file = '', name = '', calls = ''] = process.argv.slice(2);
const store = await openSqliteStore(file);
const account = createAccount({
  store,
  clock: systemClock,
  prices: DEFAULT_PRICES,
  start: { key: KEY, managementKey: MANAGEMENT_KEY, balance: 10 },
});
const isFirst = (await account.opened) !== undefined;
for (let index = 0; index < Number(calls); index++) {
  await account.charge(callRecord({ id: `${name}-${index}`, startedAt: systemClock.now() }));
}
store.close();
process.stdout.write(JSON.stringify({ isFirst }));
