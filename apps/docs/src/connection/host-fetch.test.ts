import { describe, expect, it } from 'vitest';
import { createHostFetch } from './host-fetch.ts';

const own = { baseURL: 'https://api.example.com/v1', apiKey: 'sk-secret' };

function recorded() {
  const sent: { url: string; init: RequestInit }[] = [];
  const send = ((url: string, init: RequestInit) => {
    sent.push({ url, init });
    return Promise.resolve(new Response('{}'));
  }) as typeof fetch;
  return { sent, fetch: createHostFetch(own, send) };
}

describe('the fetch to the host that a reader chose', () => {
  it('puts the key on, and brings no cookie, no referrer and no redirect along', async () => {
    const { sent, fetch } = recorded();
    await fetch('https://api.example.com/v1/chat/completions', {
      method: 'POST',
      headers: { authorization: 'Bearer kept-by-the-page', 'content-type': 'application/json' },
      body: '{"a":1}',
      credentials: 'include',
    });
    expect(sent[0]?.url).toBe('https://api.example.com/v1/chat/completions');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe('Bearer sk-secret');
  });

  it.each([
    'https://evil.example.com/v1/chat/completions',
    'https://api.example.com.evil.com/v1',
    'http://api.example.com/v1/chat/completions',
    'https://api.example.com:8443/v1',
  ])('sends nothing to %s', async (url) => {
    const { sent, fetch } = recorded();
    await expect(fetch(url)).rejects.toThrow('sends to https://api.example.com alone');
    expect(sent).toEqual([]);
  });
});
