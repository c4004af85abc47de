import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ORIGIN, relay, script, turns } from '../../test/relay.ts';
import { createHermes } from './create-hermes.ts';

const HELLO = { messages: [{ role: 'user' as const, content: 'Hello' }] };
const done = (text = 'Hi'): Response => {
  const answer = script();
  answer.say(text);
  answer.finish();
  return answer.response;
};

beforeEach(() => vi.stubGlobal('location', { origin: ORIGIN }));
afterEach(() => vi.unstubAllGlobals());

describe('a client in a page', () => {
  it('asks the relay of its own origin, without a key', async () => {
    const { fetch, calls } = relay(() => done());
    expect(await createHermes({ fetch }).chat.completions.stream(HELLO).finalContent()).toBe('Hi');
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe(`${ORIGIN}/v1/chat/completions`);
    expect([...(calls[0]?.headers.keys() ?? [])].sort()).toEqual([
      'content-type',
      'x-hermes4-resume',
    ]);
  });

  it('sends another origin no header that costs a preflight, beyond the two', async () => {
    const { fetch, calls } = relay(() => done());
    const hermes = createHermes({ fetch, apiKey: 'sk-mine', dangerouslyAllowBrowser: true });
    await hermes.chat.completions.stream(HELLO).finalContent();
    expect(calls[0]?.url).toBe('https://api.aimlapi.com/v1/chat/completions');
    expect([...(calls[0]?.headers.keys() ?? [])].sort()).toEqual(['authorization', 'content-type']);
  });

  it('takes no key unless it is told that this is dangerous, and never repeats it', () => {
    expect(() => createHermes({ apiKey: 'sk-secret-key' })).toThrow(
      expect.objectContaining({
        code: 'invalid_options',
        path: 'apiKey',
        message: expect.stringMatching(
          /^(?!.*sk-secret).*dangerouslyAllowBrowser: true/s,
        ) as string,
      }),
    );
  });

  it('takes a key or a ticket, not both', () => {
    const both = { apiKey: 'k', dangerouslyAllowBrowser: true, ticket: { url: '/tickets' } };
    expect(() => createHermes(both)).toThrow(expect.objectContaining({ path: 'ticket' }));
  });

  it.each([
    ['/api/v2', `${ORIGIN}/api/v2/chat/completions`],
    ['https://relay.example/v1', 'https://relay.example/v1/chat/completions'],
  ])('finds the relay at %s', async (baseURL, url) => {
    const { fetch, calls } = relay(() => done());
    await createHermes({ fetch, baseURL }).chat.completions.stream(HELLO).finalContent();
    expect(calls[0]?.url).toBe(url);
  });

  it('can be made where there is no page, and says so when it is used there', async () => {
    vi.unstubAllGlobals();
    const { fetch, calls } = relay(() => done());
    const answer = createHermes({ fetch }).chat.completions.create(HELLO);
    await expect(answer).rejects.toMatchObject({ code: 'invalid_options', path: 'baseURL' });
    expect(calls).toEqual([]);
  });
});

describe('a client with tickets', () => {
  it('fetches one from the relay, and sends it', async () => {
    const { fetch, calls } = relay(({ url }) =>
      url === '/tickets' ? Response.json({ ticket: 't1' }) : done(),
    );
    const hermes = createHermes({ fetch, ticket: { url: '/tickets' } });
    expect(await hermes.chat.completions.stream(HELLO).finalContent()).toBe('Hi');
    expect(calls.map(({ method, headers }) => [method, headers.get('authorization')])).toEqual([
      ['POST', null],
      ['POST', 'Bearer t1'],
    ]);
  });

  it('renews one that is refused, once', async () => {
    let given = 0;
    const ticket = () => Promise.resolve({ ticket: `ticket-${(given += 1)}` });
    const { fetch, calls } = relay(() =>
      Response.json({ message: 'No ticket-2.' }, { status: 401 }),
    );
    const answer = createHermes({ fetch, ticket }).chat.completions.create(HELLO);
    const error = await answer.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unauthorized' });
    expect(String(error)).not.toContain('ticket-2');
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer ticket-1',
      'Bearer ticket-2',
    ]);
  });

  it('tells why there is none', async () => {
    const { fetch } = relay(() => new Response('', { status: 429 }));
    const hermes = createHermes({ fetch, ticket: { url: '/tickets' } });
    await expect(hermes.chat.completions.create(HELLO)).rejects.toMatchObject({
      code: 'rate_limited',
    });
  });
});

describe('a page that is left', () => {
  it('stops its calls when asked to, and can call again when it comes back', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    const answers = [script(), script()];
    const { fetch } = relay((_, index) => (answers[index] as (typeof answers)[0]).response);
    const hermes = createHermes({ fetch, abortOnPageHide: true });
    const own = new AbortController();
    const first = hermes.chat.completions.stream(HELLO, { signal: own.signal }).finalContent();
    const failure = expect(first).rejects.toMatchObject({ name: 'AbortError' });
    answers[0]?.say('Half');
    await turns();
    page.dispatchEvent(new Event('pagehide'));
    await failure;
    const second = hermes.chat.completions.stream(HELLO).finalContent();
    await turns();
    answers[1]?.say('Back');
    answers[1]?.finish();
    expect(await second).toBe('Back');
  });
});
