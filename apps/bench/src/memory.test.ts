import { expect, test } from 'vitest';
import { inProcess } from './memory.ts';

test('an answer that is gone leaves nothing on the heap', async () => {
  const [kept = 0, gone = Infinity] = await inProcess('kept', '@hermes4/core', 300);
  expect(gone).toBeLessThan(kept / 4);
});

test('a client that is not known is an error', async () => {
  await expect(inProcess('peak', 'nobody', 1)).rejects.toThrow('nobody');
});
