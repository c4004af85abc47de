import { expect, test } from 'vitest';
import { loadPart } from './load-part.ts';

test('code that cannot be loaded is an error of ours, which says what it is for', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module');
  await expect(loadPart(Promise.reject(cause), 'tools')).rejects.toMatchObject({
    name: 'HermesError',
    code: 'connection_failed',
    message: 'The part of @hermes4/core for tools could not be loaded. Check the network.',
    cause,
  });
});
