import type { Route } from './call.ts';
import type { Engine } from './engine/engine.ts';
import type { RelayPool } from './engine/relay/pool/relay-pool.ts';
import { Refusal } from './refusal.ts';

const PATH = '/admin/upstreams';

/** The doors to the upstreams of an engine that has several: see them, take one out, put it back. */
export function upstreamRoutes(engine: Engine): Route[] {
  if (!isPool(engine)) return [];
  const told = (): Response => Response.json({ upstreams: engine.upstreams() });
  return [
    { method: 'GET', path: PATH, isAdmin: true, handle: told },
    {
      method: 'PUT',
      path: `${PATH}/:name/drain`,
      isAdmin: true,
      handle: ({ params }) => {
        // It may take as long as an answer does; whoever waits for it asks again.
        void engine.drain(named(engine, params['name']));
        return told();
      },
    },
    {
      method: 'DELETE',
      path: `${PATH}/:name/drain`,
      isAdmin: true,
      handle: ({ params }) => {
        engine.restore(named(engine, params['name']));
        return told();
      },
    },
  ];
}

/** Whether an engine has several hosts behind it. */
export function isPool(engine: Engine): engine is RelayPool {
  return 'upstreams' in engine && 'drain' in engine && 'restore' in engine;
}

function named(pool: RelayPool, name: string | undefined): string {
  const names = pool.upstreams().map((one) => one.name);
  if (name !== undefined && names.includes(name)) return name;
  throw new Refusal(404, `No upstream is called ${name}: there are ${names.join(', ')}.`);
}
