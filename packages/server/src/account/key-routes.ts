import type { APIKey } from '@hermes4/core';
import type { Route, Visit } from '../call.ts';
import { Refusal } from '../refusal.ts';
import type { AccountContext } from './account-context.ts';
import { answerJson } from './answer-json.ts';
import { readKeyParams } from './read-key-params.ts';
import { monthlyUsage } from './spending-limit.ts';
import type { StoredKey } from './store.ts';
import { storedKey } from './stored-key.ts';

/** `/v1/key` and `/v1/keys`. Management keys are not among those that are listed, changed or deleted. */
export function keyRoutes(
  { store, clock, authenticate }: AccountContext,
  newKey: () => string,
): Route[] {
  return [
    { method: 'GET', path: '/v1/key', handle: current },
    { method: 'GET', path: '/v1/keys', handle: list },
    { method: 'POST', path: '/v1/keys', handle: create },
    { method: 'PATCH', path: '/v1/keys/:prefix', handle: (visit) => change(visit, 'PATCH') },
    { method: 'PUT', path: '/v1/keys/:prefix', handle: (visit) => change(visit, 'PUT') },
    { method: 'DELETE', path: '/v1/keys/:prefix', handle: remove },
  ];

  /** "The key that was used last" is the one that asks. */
  async function current(visit: Visit): Promise<Response> {
    const key = await authenticate(visit.request, 'regular');
    return answerJson(visit, { data: await show(key) });
  }

  async function list(visit: Visit): Promise<Response> {
    await authenticate(visit.request, 'management');
    const keys = (await store.keys()).filter(({ isManagement }) => !isManagement);
    return answerJson(visit, { data: await Promise.all(keys.map(show)) });
  }

  async function create(visit: Visit): Promise<Response> {
    await authenticate(visit.request, 'management');
    const wanted = await readKeyParams(visit.request, 'POST', clock);
    for (;;) {
      const secret = newKey();
      const key = await storedKey(secret, clock.now(), wanted);
      // Another key may begin with the same eight characters.
      if (!(await store.addKey(key))) continue;
      return answerJson(visit, { data: { ...(await show(key)), key: secret } });
    }
  }

  async function change(visit: Visit, method: 'PATCH' | 'PUT'): Promise<Response> {
    const { prefix } = await target(visit);
    const params = await readKeyParams(visit.request, method, clock);
    const key = await store.changeKey(prefix, { ...params, updatedAt: clock.now() });
    if (!key) throw noSuchKey();
    return answerJson(visit, { data: await show(key) });
  }

  async function remove(visit: Visit): Promise<Response> {
    const { prefix } = await target(visit);
    if (!(await store.deleteKey(prefix))) throw noSuchKey();
    return answerJson(visit, { data: { prefix, deleted: true } });
  }

  async function target({ request, params }: Visit): Promise<StoredKey> {
    await authenticate(request, 'management');
    const keys = await store.keys();
    const key = keys.find(({ prefix }) => prefix === params['prefix']);
    if (!key || key.isManagement) throw noSuchKey();
    return key;
  }

  async function show(key: StoredKey): Promise<APIKey> {
    const { name, disabled, prefix, scopes, limit } = key;
    return {
      name,
      disabled,
      prefix,
      scopes: scopes && [...scopes],
      limit,
      created_at: new Date(key.createdAt).toISOString(),
      updated_at: new Date(key.updatedAt).toISOString(),
      monthly_usage: await monthlyUsage(store, prefix, clock.now()),
    };
  }
}

function noSuchKey(): Refusal {
  return new Refusal(404, 'No key of the account has this prefix.');
}
