import { describe, expect, it } from 'vitest';
import { ENDPOINT, HELLO, post } from '../../test/calls.ts';
import { createLocalServer } from '../index.ts';

const PAGE = 'http://localhost:3000';
const server = createLocalServer({ allowedOrigins: [PAGE], keys: ['k'] });

describe('a page of an allowed origin', () => {
  it('may send what its browser asked for', async () => {
    const response = await server.fetch(preflight(PAGE));
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'authorization,content-type',
      vary: 'origin',
    });
    expect(await response.text()).toBe('');
  });

  it('may read the answer and its headers', async () => {
    const init = { headers: { origin: PAGE, authorization: 'Bearer k' } };
    const response = await server.fetch(post(HELLO, init));
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      200,
      PAGE,
    ]);
    expect(response.headers.get('access-control-expose-headers')).toContain('x-inference-id');
  });

  it('may read why it is refused', async () => {
    const response = await server.fetch(post(HELLO, { headers: { origin: PAGE } }));
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      401,
      PAGE,
    ]);
  });
});

describe('a page of another origin', () => {
  it('is told nothing that its browser would take for a yes', async () => {
    const response = await server.fetch(preflight('https://evil.example'));
    expect(response.status).toBe(403);
    expect([...response.headers.keys()].join()).not.toContain('access-control');
  });
});

function preflight(origin: string): Request {
  return new Request(ENDPOINT, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
}
