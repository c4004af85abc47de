import { describe, expect, it } from 'vitest';
import { createLocalServer, createTickets, type LocalServer } from '../src/index.ts';
import { createRandom, type Random } from '../src/sampling/random.ts';
import { documentedStatuses, problems } from './api-document.ts';
import { ENDPOINT } from './calls.ts';

const KEY = 'sk-caller-key-0123456789';
const PAGE = 'https://app.example';

const model = 'nousresearch/hermes-4-405b';
const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const SEEDS: readonly string[] = [
  { model, messages: [{ role: 'user', content: 'Hello' }], max_tokens: 4 },
  {
    model,
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: '1', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: '1', content: 'done' },
    ],
    tools: [{ type: 'function', function: { name: 'f', parameters: schema } }],
    tool_choice: 'auto',
    parallel_tool_calls: false,
    max_completion_tokens: 4,
  },
  {
    model,
    messages: [{ role: 'user', content: 'A city' }],
    response_format: { type: 'json_schema', json_schema: { name: 'city', schema } },
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 8,
  },
  {
    model,
    messages: [{ role: 'user', content: 'Hello' }],
    temperature: 0.7,
    top_p: 0.9,
    top_k: 10,
    min_p: 0.1,
    frequency_penalty: 1,
    presence_penalty: -1,
    repetition_penalty: 1.1,
    seed: 1,
    stop: ['a', 'b'],
    logprobs: true,
    top_logprobs: 3,
    chat_template_kwargs: { thinking: true },
    max_tokens: 4,
  },
].map((seed) => JSON.stringify(seed));
const ODD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  'x'.repeat(3_000),
  '\ud800',
  '\0',
  '<|eot_id|>',
  '</think>',
  '<tool_call>',
  '__proto__',
  [],
  [[]],
  [null],
  {},
  { type: 'function' },
  { $ref: '#' },
  { type: 'text', text: 1 },
  { role: 'user' },
  'none',
  'required',
  { enum: [] },
  { not: {} },
];
const EXTRA = ['extra', '__proto__', 'n', 'reasoning', 'logit_bias'] as const;
const HEADERS: readonly [string, string][] = [
  ['content-type', 'text/plain'],
  ['content-type', 'application/json; charset=latin1'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-encoding', 'gzip'],
  ['authorization', 'Bearer'],
  ['authorization', 'Basic eDp5'],
  ['authorization', 'Bearer h4t1.e30.eA'],
  ['origin', 'null'],
  ['origin', 'http://evil.example'],
  ['origin', PAGE],
  ['x-client-request-id', 'ü'],
  ['x-client-request-id', 'x'.repeat(200)],
  ['x-hermes4-fault', 'hang'],
  ['x-hermes4-resume', 'true'],
  ['last-event-id', '-1'],
  ['accept', 'text/event-stream'],
  ['content-length', '999999999999'],
];

describe('100,000 requests that nobody would write', () => {
  it('each get a documented answer, none a 500', async () => {
    const servers = [createLocalServer(), guarded()];
    const random = createRandom(20_260_401);
    const statuses = new Map<number, number>();
    for (let count = 0; count < 100_000; count++) {
      const body = bodyOf(random);
      const headers = headersOf(random);
      const method = random() < 0.99 ? 'POST' : pick(['GET', 'PUT', 'DELETE', 'OPTIONS'], random);
      const hasBody = method !== 'GET';
      const server = pick(servers, random);
      const response = await server.fetch(ENDPOINT, { method, headers, ...(hasBody && { body }) });
      const text = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      const isGood = response.ok || problems('ErrorBodyHosted', JSON.parse(text)).length === 0;
      const isDocumented = documentedStatuses.includes(String(response.status));
      if (!isGood || !isDocumented || response.status >= 500) {
        throw new Error(`${response.status} for ${body.slice(0, 2_000)}: ${text.slice(0, 500)}`);
      }
    }
    // Most bodies are broken, but not so broken that nothing behind the door was tried.
    expect(statuses.get(200)).toBeGreaterThan(5_000);
    expect(statuses.get(400)).toBeGreaterThan(5_000);
    expect([...statuses.keys()].sort()).toEqual([200, 400, 401, 403, 405, 413, 415]);
  }, 300_000);
});

/** A server with everything at its door. */
function guarded(): LocalServer {
  return createLocalServer({
    keys: [KEY],
    tickets: createTickets({ secret: 'a secret that nobody guesses, at least 32 bytes' }),
    models: [model],
    allowedOrigins: [PAGE],
    maxMessages: 3,
    maxTokens: 8,
    limits: { concurrent: 4 },
    resume: true,
  });
}

function bodyOf(random: Random): string {
  const value = JSON.parse(pick(SEEDS, random)) as object;
  // At least one: what is right is tried elsewhere.
  const changes = 1 + Math.floor(random() * 2);
  for (let change = 0; change < changes; change++) disturb(value, random);
  const text = JSON.stringify(value);
  if (random() < 0.9) return text;
  const at = Math.floor(random() * text.length);
  return random() < 0.5
    ? text.slice(0, at)
    : text.slice(0, at) + pick(['"', '{', ']', '\\', '\ufeff', '1'], random) + text.slice(at);
}

/** Puts something odd in one place, however deep. */
function disturb(value: object, random: Random): void {
  const entries = Object.entries(value) as [string, unknown][];
  const [key, inner] = entries[Math.floor(random() * entries.length)] ?? ['x', undefined];
  if (typeof inner === 'object' && inner !== null && random() < 0.7) disturb(inner, random);
  else if (random() < 0.2) Reflect.deleteProperty(value, key);
  else put(value, random() < 0.2 ? pick(EXTRA, random) : key, structuredClone(pick(ODD, random)));
}

/** Also a key that an assignment would take for something else. */
function put(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function headersOf(random: Random): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    authorization: `Bearer ${KEY}`,
  };
  while (random() < 0.1) {
    const [name, value] = pick(HEADERS, random);
    headers[name] = value;
  }
  return headers;
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
