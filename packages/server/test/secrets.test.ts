import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createLocalServer,
  createRelayEngine,
  createTickets,
  type LocalServer,
} from '../src/index.ts';
import { HELLO, post } from './calls.ts';

const UPSTREAM_KEY = 'sk-upstream-0123456789';
const CALLER_KEY = 'sk-caller-0123456789';
const ADMIN_KEY = 'admin-0123456789';
const TICKET_SECRET = 'a secret that nobody guesses, at least 32 bytes';
const WRONG_KEY = 'sk-mistyped-0123456789';
const COOKIE = 'session=0123456789';

afterEach(() => vi.restoreAllMocks());

describe('a server in front of an upstream that repeats the key', () => {
  it.each<[string, () => Response]>([
    ['in an answer', () => Response.json({ id: UPSTREAM_KEY, choices: [] })],
    ['in a stream', () => events(`data: {"id":"${UPSTREAM_KEY}","choices":[]}\n\n`)],
    ['in a header', () => Response.json({}, { headers: { 'x-debug': `Bearer ${UPSTREAM_KEY}` } })],
    ['in a refusal', () => Response.json({ error: `bad ${UPSTREAM_KEY}` }, { status: 401 })],
    ['in what it breaks off with', () => events('data: {}\n\n', new Error(UPSTREAM_KEY))],
    [
      'in what it fails with',
      () => {
        throw new TypeError(`getaddrinfo ENOTFOUND ${UPSTREAM_KEY}`);
      },
    ],
  ])('%s: no secret stands in what anybody sees', async (_, answer) => {
    const { server, ticket, traced, printed } = await setUp(answer);
    const said = await Promise.all([
      ask(server, { authorization: `Bearer ${CALLER_KEY}` }),
      ask(server, { authorization: `Bearer ${CALLER_KEY}` }, { stream: true }),
      ask(server, { authorization: `Bearer ${ticket}` }),
      ask(server, { authorization: `Bearer ${ticket}x` }),
      ask(server, { authorization: `Bearer ${WRONG_KEY}` }),
      ask(server, { authorization: `Bearer ${CALLER_KEY}`, cookie: COOKIE }, { top_p: 7 }),
      ask(server, { authorization: `Bearer ${CALLER_KEY}`, origin: 'https://evil.example' }),
    ]);
    for (const path of ['/', '/health', '/v1/models', '/metrics', '/admin/journal']) {
      const headers = { authorization: `Bearer ${ADMIN_KEY}` };
      const shown = await server.fetch(`http://localhost${path}`, { headers });
      expect(shown.status).toBe(200);
      said.push(await seen(shown));
    }
    const all = [...said, JSON.stringify(traced), JSON.stringify(printed())].join('\n');
    const secrets = [UPSTREAM_KEY, CALLER_KEY, ADMIN_KEY, TICKET_SECRET, WRONG_KEY, COOKIE, ticket];
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    // Else nothing would have been looked at.
    for (const place of ['"end":"refused"', 'gen_ai.response.id', 'hermes4_requests_total']) {
      expect(all).toContain(place);
    }
  });
});

async function setUp(answer: () => Response) {
  const tickets = createTickets({ secret: TICKET_SECRET });
  const traced: unknown[] = [];
  const calls = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => undefined),
  );
  const server = createLocalServer({
    engine: createRelayEngine({
      baseURL: 'http://upstream.test/v1',
      apiKey: UPSTREAM_KEY,
      fetch: () => new Promise((resolve) => resolve(answer())),
    }),
    keys: [CALLER_KEY],
    tickets,
    adminKey: ADMIN_KEY,
    journal: { bodies: true },
    tracer: {
      startSpan: (name, options) => {
        traced.push(name, options);
        return { setStatus: (status) => traced.push(status), end: () => undefined };
      },
    },
  });
  const { ticket } = await tickets.issue({ subject: 'ana' });
  return { server, ticket, traced, printed: () => calls.flatMap(({ mock }) => mock.calls) };
}

async function ask(
  server: LocalServer,
  headers: Record<string, string>,
  more: object = {},
): Promise<string> {
  return seen(await server.fetch(post({ ...HELLO, ...more }, { headers })));
}

/** Everything of an answer that its caller sees, up to where it breaks off. */
async function seen(response: Response): Promise<string> {
  const text = await response.text().catch((error: unknown) => String(error));
  return `${response.status} ${JSON.stringify([...response.headers])} ${text}`;
}

function events(text: string, failure?: Error): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      if (failure) controller.error(failure);
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
