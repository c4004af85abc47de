import { expect, test } from 'vitest';
import { fails, poolOf, says } from '../test/pool-of.ts';
import { createLocalServer } from './create-local-server.ts';

async function asked(
  method: string,
  path: string,
  server = createLocalServer({ engine: poolOf({ a: says(), b: says() }).pool }),
) {
  const response = await server.fetch(`http://localhost/admin/upstreams${path}`, { method });
  return { status: response.status, body: (await response.json()) as unknown };
}

test('the upstreams of a pool are shown, taken out and put back', async () => {
  const server = createLocalServer({ engine: poolOf({ a: says(), b: says() }).pool });
  const well = { weight: 1, standing: 'up', outstanding: 0, calls: 0, failures: 0 };
  expect(await asked('GET', '', server)).toEqual({
    status: 200,
    body: {
      upstreams: [
        { ...well, name: 'a' },
        { ...well, name: 'b' },
      ],
    },
  });
  const drained = await asked('PUT', '/b/drain', server);
  expect(drained.body).toMatchObject({ upstreams: [{ standing: 'up' }, { standing: 'draining' }] });
  const restored = await asked('DELETE', '/b/drain', server);
  expect(restored.body).toMatchObject({ upstreams: [{ standing: 'up' }, { standing: 'up' }] });
});

test('an upstream that is none is named', async () => {
  expect(await asked('PUT', '/x/drain')).toMatchObject({
    status: 404,
    body: { message: 'No upstream is called x: there are a, b.' },
  });
});

test('the figures of the server tell of each upstream', async () => {
  const { pool, call } = poolOf({ a: fails(500), b: says() });
  const server = createLocalServer({ engine: pool });
  await call();
  const figures = await (await server.fetch('http://localhost/metrics')).text();
  expect(figures.match(/^hermes4_upstream_.*$/gm)).toEqual([
    'hermes4_upstream_up{upstream="a"} 1',
    'hermes4_upstream_up{upstream="b"} 1',
    'hermes4_upstream_outstanding{upstream="a"} 0',
    'hermes4_upstream_outstanding{upstream="b"} 0',
    'hermes4_upstream_calls_total{upstream="a"} 1',
    'hermes4_upstream_calls_total{upstream="b"} 1',
    'hermes4_upstream_failures_total{upstream="a"} 1',
    'hermes4_upstream_failures_total{upstream="b"} 0',
  ]);
});

test('an engine without upstreams has no such door', async () => {
  expect((await asked('GET', '', createLocalServer())).status).toBe(404);
});
