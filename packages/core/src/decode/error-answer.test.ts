import { expect, test } from 'vitest';
import { clientOf, hello } from '../../test/fake-host.ts';
import type { HermesError } from '../errors/hermes-error.ts';

async function refusal(
  status: number,
  body: unknown,
  headers: HeadersInit = {},
): Promise<HermesError> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const client = clientOf(() => Promise.resolve(new Response(text, { status, headers })));
  return client.chat.completions.create(hello).then(
    () => expect.fail('the call was not refused'),
    (error: unknown) => error as HermesError,
  );
}

test.each([
  [
    'the wire',
    401,
    { requestId: 'hRNO', statusCode: 401, message: 'This request requires a valid API key.' },
    'unauthorized',
  ],
  [
    'the documentation',
    429,
    { message: 'Too Many Requests', statusCode: '429', requestId: 'a' },
    'rate_limited',
  ],
  [
    'a later wire',
    403,
    { title: 'Forbidden', status: 403, message: "You've run out of funds." },
    'out_of_credits',
  ],
  ['OpenRouter', 402, { error: { message: 'Insufficient credits', code: 402 } }, 'out_of_credits'],
  [
    'OpenRouter for tools',
    404,
    { error: { message: 'No endpoints found that support tool use.', code: 404 } },
    'not_found',
  ],
  [
    'vLLM',
    400,
    { object: 'error', message: 'max_tokens is too large', code: 400 },
    'invalid_request',
  ],
  ['Ollama', 500, { error: 'model runner has stopped' }, 'server_error'],
  ['FastAPI', 422, { detail: 'Field required' }, 'invalid_request'],
  ['a gateway', 502, '<html><style>b{}</style><h1>Bad Gateway</h1></html>', 'overloaded'],
])('the words of %s are found', async (_host, status, body, code) => {
  const error = await refusal(status, body);
  expect(error).toMatchObject({ name: 'HermesError', code, status });
  const said = JSON.stringify(body).match(/"(?:message|detail)":"([^"]*)"/)?.[1];
  expect(error.message).toContain(said ?? (status === 502 ? 'Bad Gateway' : 'model runner'));
});

test('403 for a scope is not a matter of money', async () => {
  expect(await refusal(403, { message: 'Key is not allowed to use this model' })).toMatchObject({
    code: 'forbidden',
  });
  expect(
    await refusal(403, { message: 'Verify at https://aimlapi.com/app/billing/verification' }),
  ).toMatchObject({ code: 'forbidden' });
});

test("the host's id comes from the header, else from the body", async () => {
  const body = { requestId: 'from-body', message: 'no' };
  expect(await refusal(500, body)).toMatchObject({ requestId: 'from-body' });
  expect(await refusal(500, body, { 'x-inference-id': 'from-header' })).toMatchObject({
    requestId: 'from-header',
  });
});

test('an empty body still makes an error that says what to do', async () => {
  expect((await refusal(401, '')).message).toMatch(/401.*no message.*key/);
});

test('a page that never ends costs no more than the beginning of it', async () => {
  const error = await refusal(503, `<html>${'x'.repeat(500_000)}`);
  expect(error).toMatchObject({ code: 'overloaded', status: 503 });
  expect(error.message.length).toBeLessThan(600);
});

test('an offer to be paid without an account (x402) means that there was no key', async () => {
  const offer = { x402Version: 1, accepts: [{ scheme: 'exact' }], error: 'Payment required' };
  expect(await refusal(402, offer)).toMatchObject({ code: 'unauthorized', status: 402 });
});

test('tools that no provider takes come with the way around', async () => {
  const body = { error: { message: 'No endpoints found that support tool use.', code: 404 } };
  expect((await refusal(404, body)).message).toContain("toolMode to 'prompt'");
});

test("a quota is known by the host's own word too", async () => {
  const body = { error: { message: 'Stop.', code: 'insufficient_quota' } };
  expect(await refusal(429, body)).toMatchObject({ code: 'quota_exhausted' });
});

test('what a log gets of an error has neither stack nor cause nor answer', async () => {
  const error = await refusal(503, { message: 'busy' }, { 'x-inference-id': 'i' });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'HermesError',
    code: 'overloaded',
    message: expect.stringContaining('busy') as string,
    status: 503,
    requestId: 'i',
  });
});
