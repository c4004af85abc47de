import { expect, it } from 'vitest';
import { CREDITS, openAccount, PREFIX } from '../../test/accounts.ts';
import { createMemoryStore } from './memory-store.ts';

it('forgets the oldest calls when there are too many, but no money', async () => {
  const store = createMemoryStore({ keep: 10 });
  const { call, hermes } = await openAccount({ store });
  for (let index = 0; index < 105; index++) await call({ id: String(index) });
  const { data, pagination } = await hermes.logs.list({ period: '1h', limit: 10 });
  expect(data.map(({ inference_id }) => inference_id)).toEqual(
    Array.from({ length: 10 }, (_, index) => String(104 - index)),
  );
  expect(pagination.total).toBeLessThan(20);
  expect(await store.balance()).toBe(20_000_000 - 105 * CREDITS);
  expect(await store.spentSince(PREFIX, 0)).toBe(105 * CREDITS);
});

it.each([0, -1, 1.5, Number.NaN])('cannot remember %d calls', (keep) => {
  expect(() => createMemoryStore({ keep })).toThrow(
    expect.objectContaining({ code: 'invalid_options', path: 'keep' }),
  );
});
