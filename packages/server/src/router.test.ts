import { describe, expect, it } from 'vitest';
import type { Route } from './call.ts';
import { asRefusal } from './refusal.ts';
import { createRouter } from './router.ts';

const route = (method: Route['method'], path: string): Route => ({
  method,
  path,
  handle: () => new Response(),
});
const routes = [
  route('GET', '/v1/keys'),
  route('POST', '/v1/keys'),
  route('DELETE', '/v1/keys/:prefix'),
  route('GET', '/models/metrics'),
  route('GET', '/model/:id*'),
];
const find = createRouter(routes);

describe('a router', () => {
  it('finds by method and path', () => {
    expect(find('POST', '/v1/keys').route).toBe(routes[1]);
  });

  it('decodes what the names in a path stand for', () => {
    expect(find('DELETE', '/v1/keys/a%20b').params).toEqual({ prefix: 'a b' });
  });

  it('takes slashes where the rest of the path has a name', () => {
    expect(find('GET', '/model/nousresearch/hermes-4-405b').params).toEqual({
      id: 'nousresearch/hermes-4-405b',
    });
  });

  it.each([
    ['GET', '/', 404, 'Cannot GET /'],
    ['DELETE', '/v1/keys/a/b', 404, 'Cannot DELETE /v1/keys/a/b'],
    ['GET', '/v1/keysx', 404, 'Cannot GET /v1/keysx'],
    ['PUT', '/v1/keys', 405, 'Cannot PUT /v1/keys; use GET or POST.'],
    ['DELETE', '/v1/keys/%zz', 400, 'The path cannot be decoded: /v1/keys/%zz'],
  ])('refuses %s %s with %i', (method, path, status, message) => {
    const refusal = refused(method, path);
    expect(refusal).toMatchObject({ status, message });
    if (status === 405) expect(refusal.headers).toEqual({ allow: 'GET, POST' });
  });
});

function refused(method: string, path: string): ReturnType<typeof asRefusal> {
  try {
    find(method, path);
  } catch (error) {
    return asRefusal(error);
  }
  throw new Error('Expected a refusal.');
}
