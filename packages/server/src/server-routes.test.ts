import { createHermes } from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import { completionOf, errorOf, eventsOf, HELLO, post } from '../test/calls.ts';
import { scriptedEngine } from '../test/scripted-engine.ts';
import { createLocalServer, createRelayEngine, type LocalServerOptions } from './index.ts';

const words = scriptedEngine(() => ['One', ' two', ' three']);

describe('what a server shows', () => {
  it('is its health, its figures, its last calls and a page', async () => {
    const { fetch } = createLocalServer({ engine: words });
    await completionOf(await fetch(post(HELLO)));
    await fetch(post({ ...HELLO, top_p: 7 }));
    const health = await json(await get(fetch, '/health'));
    expect(health).toMatchObject({ status: 'ok', engine: 'scripted', requests_in_flight: 0 });
    const journal = await json(await get(fetch, '/admin/journal'));
    expect(journal).toMatchObject({
      data: [
        { status: 400, end: 'refused', caller: 'anonymous' },
        { status: 200, end: 'complete', finishReason: 'stop', usage: { completion_tokens: 3 } },
      ],
    });
    const metrics = await (await get(fetch, '/metrics')).text();
    expect(metrics).toMatch(/hermes4_requests_total\{.*status="200".*end="complete"\} 1/);
    expect((await get(fetch, '/')).headers.get('content-type')).toContain('text/html');
  });

  it.each(['/metrics', '/admin/journal', '/admin/faults'])(
    'is closed on a server that asks who calls, but for whoever has the admin key: %s',
    async (path) => {
      const keyed = createLocalServer({ engine: words, keys: ['sk-callers-own'] });
      expect((await get(keyed.fetch, path)).status).toBe(404);
      expect((await get(keyed.fetch, path, 'sk-callers-own')).status).toBe(404);
      const administered = createLocalServer({ keys: ['sk-callers-own'], adminKey: 'sk-admin' });
      expect((await get(administered.fetch, path)).status).toBe(401);
      expect((await get(administered.fetch, path, 'sk-callers-own')).status).toBe(401);
      expect((await get(administered.fetch, path, 'sk-admin')).status).toBe(200);
    },
  );

  it('is closed to pages of other sites', async () => {
    const { fetch } = createLocalServer();
    const headers = { origin: 'http://evil.example' };
    expect((await fetch('http://localhost/admin/journal', { headers })).status).toBe(403);
  });

  it('is the models, without an account', async () => {
    const hermes = createHermes({ fetch: createLocalServer().fetch });
    const models: string[] = [];
    for await (const { id } of hermes.models.list()) models.push(id);
    expect(models).toEqual(['nousresearch/hermes-4-405b']);
  });

  it('is the exact prompt that a conversation becomes', async () => {
    const { fetch } = createLocalServer();
    const answer = await fetch('http://localhost/apply-template', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(HELLO),
    });
    const { prompt, usage } = (await answer.json()) as { prompt: string; usage: string };
    expect(prompt).toMatch(/^<\|begin_of_text\|><\|start_header_id\|>system/);
    expect(prompt).toContain('<|start_header_id|>user<|end_header_id|>\n\nHello<|eot_id|>');
    expect(usage).toBe('estimated');
  });
});

describe('an account', () => {
  const key = 'sk-callers-own-key-1';
  const start = { balance: 1, key, managementKey: 'mk-management-key-1' };

  it('is charged for what its key called, and tells so', async () => {
    const { fetch } = createLocalServer({ engine: words, account: { start } });
    const hermes = createHermes({ fetch, apiKey: key });
    const { _request, usage } = await hermes.chat.completions.create(conversation);
    expect(_request?.usd).toBeGreaterThan(0);
    const { current_balance } = await hermes.billing.balance();
    expect(current_balance).toBeCloseTo(1 - (_request?.usd ?? 0), 9);
    const logs = [];
    for await (const log of hermes.logs.list({ period: '24h' })) logs.push(log);
    expect(logs).toMatchObject([
      { inference_id: _request?.id, tokens: { output: usage?.completion_tokens } },
    ]);
  });

  it('refuses a key that was disabled, as the hosted API does', async () => {
    const { fetch } = createLocalServer({ engine: words, account: { start } });
    const manager = createHermes({ fetch, apiKey: start.managementKey });
    await manager.keys.update(key.slice(0, 8), { disabled: true });
    const call = createHermes({ fetch, apiKey: key }).chat.completions.create(conversation);
    await expect(call).rejects.toMatchObject({ code: 'unauthorized', status: 401 });
  });

  it('tells its first keys when it was given none', async () => {
    const server = createLocalServer({ engine: words, account: true });
    const keys = await server.opened;
    const hermes = createHermes({ fetch: server.fetch, apiKey: keys?.key });
    const { choices } = await hermes.chat.completions.create(conversation);
    expect(choices[0]?.message.content).toBe('One two three');
  });

  it('and a function that says who calls exclude each other', () => {
    const options = { account: true, authorize: () => 'me' };
    expect(() => createLocalServer(options)).toThrow(expect.objectContaining({ path: 'account' }));
  });
});

describe('a server', () => {
  it('refuses to put an engine that holds a key before everybody', () => {
    const engine = createRelayEngine({ baseURL: 'http://localhost:1/v1', apiKey: 'sk-upstream' });
    expect(() => createLocalServer({ engine })).toThrow(
      expect.objectContaining({ code: 'invalid_options', path: 'allowAnonymous' }),
    );
    expect(createLocalServer({ engine, keys: ['k'] }).requiresKey).toBe(true);
  });

  it('speaks as another host does, errors too', async () => {
    const { fetch } = createLocalServer({ engine: words, dialect: 'openrouter' });
    expect(await json(await fetch(post({ ...HELLO, top_p: 7 })))).toMatchObject({
      error: { code: 400 },
    });
    expect(await json(await fetch(post(HELLO)))).toMatchObject({ provider: 'hermes4-local' });
  });

  it('plays the faults that it is told to, and writes them down', async () => {
    const { fetch } = createLocalServer({ engine: words });
    const plan = [{ fault: { fault: 'status', status: 503 }, times: 1 }];
    const body = JSON.stringify({ plan });
    await fetch('http://localhost/admin/faults', { method: 'PUT', body });
    expect(await errorOf(await fetch(post(HELLO)))).toMatchObject({
      statusCode: 503,
      message: 'Service unavailable',
    });
    expect((await fetch(post(HELLO))).status).toBe(200);
    const journal = await json(await get(fetch, '/admin/journal?status=503'));
    expect(journal).toMatchObject({ data: [{ fault: 'status', end: 'refused' }] });
  });

  it('breaks the connection when a fault says so', async () => {
    const options: LocalServerOptions = { engine: words, faults: { allowHeader: true } };
    const { fetch } = createLocalServer(options);
    const headers = { 'x-hermes4-fault': 'drop' };
    await expect(fetch(post(HELLO, { headers }))).rejects.toBeInstanceOf(TypeError);
  });

  it('lets a reader come back to its stream', async () => {
    const { fetch } = createLocalServer({ engine: words, resume: true });
    const headers = { 'x-hermes4-resume': 'true' };
    const first = await fetch(post({ ...HELLO, stream: true }, { headers }));
    const path = first.headers.get('x-hermes4-resume') ?? '';
    const events = await eventsOf(first);
    const again = await fetch(`http://localhost${path}`, { headers: { 'last-event-id': '2' } });
    expect((await eventsOf(again)).length).toBe(events.length - 2);
  });

  it('takes nothing from the limits of a caller for what it refused', async () => {
    const engine = scriptedEngine(() => {
      throw new Error('no model');
    });
    const { fetch } = createLocalServer({ engine, limits: { tokensPerMinute: 1_000 } });
    const call = (): Promise<Response> => fetch(post({ ...HELLO, max_tokens: 900 }));
    expect([(await call()).status, (await call()).status]).toEqual([500, 500]);
  });

  it('tells of a book that cannot be written to, and answers all the same', async () => {
    const errors: unknown[] = [];
    const tracer = {
      startSpan: () => {
        throw new Error('no tracer');
      },
    };
    const onError = (error: unknown): number => errors.push(error);
    const { fetch } = createLocalServer({ engine: words, tracer, onError });
    expect((await fetch(post(HELLO))).status).toBe(200);
    await get(fetch, '/health');
    expect(errors).toMatchObject([{ message: 'no tracer' }]);
  });
});

const conversation = { messages: [{ role: 'user' as const, content: 'Hello' }] };

function get(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  path: string,
  key?: string,
): Promise<Response> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return fetch(`http://localhost${path}`, { headers });
}

function json(response: Response): Promise<unknown> {
  return response.json();
}
