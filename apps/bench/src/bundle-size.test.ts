import { expect, test } from 'vitest';
import { bundleSizes } from './bundle-size.ts';

test('one streamed call loads at most 12 kB in a browser, and less than with any peer', async () => {
  const gzip = (await bundleSizes()).find(({ name }) => name === 'gzip');
  const [own, ...peers] = gzip?.rows ?? [];
  expect(own?.ratio).toBeLessThanOrEqual(12);
  expect(peers.length).toBeGreaterThan(0);
  for (const peer of peers) expect(own?.ratio).toBeLessThan(peer.ratio);
});
