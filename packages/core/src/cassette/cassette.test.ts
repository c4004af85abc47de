import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableBody } from '../client/readable-body.ts';
import { HermesError } from '../errors/hermes-error.ts';
import { createAnswerRecorder } from './answer-recorder.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Cassette, EMPTY_CASSETTE, type RecordedExchange } from './cassette.ts';
import { describeRequest, requestKey } from './describe-request.ts';
import { joinBytes } from './join-bytes.ts';
import { readPiece } from './pieces.ts';
import { readCassette } from './read-cassette.ts';
import { writeCassette } from './write-cassette.ts';

const KEY = 'sk-live-0123456789abcdef';

function record(
  parts: readonly Uint8Array[],
  { status = 200, type = 'text/event-stream', secrets = [] as string[], maxBytes = Infinity } = {},
) {
  const recorder = createAnswerRecorder(
    { status, headers: new Headers({ 'content-type': type, 'set-cookie': 'a=b' }), atMs: 3 },
    { secrets, maxBytes, readable: readableBody },
  );
  parts.forEach((part, index) => recorder.push(part, 3 + index));
  return recorder;
}

function exchange(text: string, parts: readonly Uint8Array[] = []): RecordedExchange {
  const request = describeRequest(
    { method: 'POST', path: '/v1/chat/completions', headers: new Headers(), text },
    [],
  );
  return { request, response: record(parts).response() };
}

function withExchanges(...exchanges: RecordedExchange[]): Cassette {
  return { ...EMPTY_CASSETTE, exchanges };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test('any bytes, cut anywhere, come back from a written cassette as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(bytes))),
      fc.json(),
      (parts, body) => {
        const cassette = withExchanges(exchange(body, parts));
        const again = readCassette(writeCassette(cassette));
        const { pieces } = again.exchanges[0]!.response;
        const played = pieces.map(readPiece);
        const sent = parts.filter(({ length }) => length > 0).map((part) => Uint8Array.from(part));
        expect(played).toEqual(sent);
      },
    ),
  );
});

test('writing what was read gives the same text', () => {
  fc.assert(
    fc.property(fc.json(), fc.array(fc.uint8Array()), (body, parts) => {
      const text = writeCassette(withExchanges(exchange(body, parts)));
      expect(writeCassette(readCassette(text))).toBe(text);
    }),
  );
});

test('a file of recordings is made for diffs', () => {
  const parts = ['data: {"b":1,"a":{}}\n\n', 'data: [DONE]\n\n'].map(bytes);
  expect(writeCassette(withExchanges(exchange('{"stream":true,"model":"m"}', parts)))).toBe(
    `{
  "exchanges": [
    {
      "request": {
        "body": {"model":"m","stream":true},
        "headers": {},
        "method": "POST",
        "path": "/v1/chat/completions"
      },
      "response": {
        "atMs": 3,
        "headers": {"content-type":"text/event-stream"},
        "pieces": [
          {"atMs":3,"text":"data: {\\"b\\":1,\\"a\\":{}}\\n\\n"},
          {"atMs":4,"text":"data: [DONE]\\n\\n"}
        ],
        "readable": [
          {"a":{},"b":1},
          "[DONE]"
        ],
        "status": 200
      }
    }
  ],
  "format": "hermes4-cassette",
  "version": 1
}
`,
  );
});

test('two writings of one request are one request', () => {
  const one = exchange('{"model":"m","messages":[{"role":"user","content":"1"}],"top_p":1.0}');
  const other = exchange(
    '{ "top_p":1,"messages":[{"content":"\\u0031","role":"user"}],"model":"m"}',
  );
  expect(requestKey(one.request)).toBe(requestKey(other.request));
});

test('a request that differs in one value is another request', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (one, other) => {
      fc.pre(canonicalJson(JSON.parse(one)) !== canonicalJson(JSON.parse(other)));
      expect(requestKey(exchange(one).request)).not.toBe(requestKey(exchange(other).request));
    }),
  );
});

test('a name that objects have from birth is a name like any other', () => {
  const body = '{"__proto__":{"a":1}}';
  expect(canonicalJson(JSON.parse(body))).toBe(body);
  expect(requestKey(exchange(body).request)).toContain(body);
});

test('a body that is no JSON is recorded as text, and none as none', () => {
  expect(exchange('{"broken').request.body).toBe('{"broken');
  expect('body' in exchange('').request).toBe(false);
});

test('a body without end is refused instead of ending the program', () => {
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  expect(() => exchange(deep)).toThrow(HermesError);
});

test('keys are recorded neither in names nor in values, however they are written', () => {
  const headers = new Headers({ authorization: `Bearer ${KEY}`, accept: KEY, cookie: 'a=b' });
  const escaped = `\\u0073${KEY.slice(1)}`;
  const text = `{"${KEY}":{"at":["say ${escaped} twice"]}}`;
  const path = `/v1/chat/completions?key=${KEY}`;
  const request = describeRequest({ method: 'post', path, headers, text }, [KEY]);
  expect(request).toEqual({
    method: 'POST',
    path: '/v1/chat/completions?key=[key]',
    headers: { accept: '[key]' },
    body: { '[key]': { at: ['say [key] twice'] } },
  });
});

test('a key in an answer is covered wherever the network cut it, and nothing else moves', () => {
  const whole = bytes(`data: {"echo":"Bearer ${KEY}"}\n\n`);
  for (let cut = 0; cut <= whole.length; cut++) {
    const parts = [whole.subarray(0, cut), whole.subarray(cut)];
    const { pieces } = record(parts, { secrets: [KEY] }).response();
    const text = new TextDecoder().decode(joinBytes(pieces.map(readPiece)));
    expect(text).toBe(`data: {"echo":"Bearer ${'*'.repeat(KEY.length)}"}\n\n`);
    expect(JSON.stringify(pieces)).not.toContain(KEY);
  }
});

test('errors lose the ids of accounts, and what a model writes keeps them', () => {
  const said = bytes('{"error":{"message":"Limit of org-0123456789abcdefg reached."}}');
  const failed = record([said], { status: 429, type: 'application/json' }).response();
  expect(failed.readable).toEqual({
    error: { message: `Limit of ${'*'.repeat(21)} reached.` },
  });
  const answered = record([said], { type: 'application/json' }).response();
  expect(JSON.stringify(answered.readable)).toContain('org-0123456789abcdefg');
});

test('an answer that is too large to record says so', () => {
  expect(() => record([new Uint8Array(11)], { maxBytes: 10 })).toThrow(
    'The answer cannot be recorded: it is larger than 10 bytes. Raise maxExchangeBytes if it may be.',
  );
});

test('a stream has said that it is done only by its last event', () => {
  const isDone = (...parts: string[]): boolean => record(parts.map(bytes)).saidDone();
  expect(isDone('data: {}\n\ndata: [DONE]\n\n')).toBe(true);
  expect(isDone(...Array.from('data: {}\r\n\r\ndata:[DONE]\r\n\r\n'))).toBe(true);
  expect(isDone('data: {}\n\n')).toBe(false);
  expect(isDone('data: "data: [DONE]"\n\n')).toBe(false);
  expect(isDone('data: [DONE]\n\n', 'data: {}\n\n')).toBe(false);
  expect(isDone()).toBe(false);
});

test.each([
  ['[]', '', 'an object', 'a list'],
  ['{}', 'format', '"hermes4-cassette"', 'nothing'],
  [changed('version', 2), 'version', '1, the one that this package reads', '2'],
  [changed('exchanges', {}), 'exchanges', 'a list', 'an object'],
  [changed('recordedBy', 'me'), 'recordedBy', 'no field but', '"recordedBy"'],
  [changedExchange('request', 'method', 7), 'exchanges[0].request.method', 'a string', '7'],
  [changedExchange('request', 'path', 'v1'), 'exchanges[0].request.path', 'begins with /', '"v1"'],
  [changedExchange('response', 'status', 99), 'exchanges[0].response.status', '200 to 599', '99'],
  [
    changedExchange('response', 'headers', { 'a b': 'c' }),
    'exchanges[0].response.headers.a b',
    'a valid header',
    '"c"',
  ],
  [changedExchange('response', 'atMs', -1), 'exchanges[0].response.atMs', 'at least 0', '-1'],
  [
    changedExchange('response', 'pieces', [{ atMs: 5 }]),
    'exchanges[0].response.pieces[0]',
    'either text or base64',
    'an object',
  ],
  [
    changedExchange('response', 'pieces', [{ atMs: 5, base64: '?' }]),
    'exchanges[0].response.pieces[0].base64',
    'base64',
    '"?"',
  ],
  [
    changedExchange('response', 'pieces', [
      { atMs: 5, text: '' },
      { atMs: 4, text: '' },
    ]),
    'exchanges[0].response.pieces[1].atMs',
    'at least 5',
    '4',
  ],
])('a file that is no cassette is refused with the place: %#', (text, path, expected, received) => {
  const error = failureOf(() => readCassette(text, 'hello.json'));
  expect(error).toMatchObject({ code: 'invalid_options', path });
  expect(error.message).toMatch(/^hello\.json cannot be used/);
  expect(error.message).toContain(expected);
  expect(error.message).toContain(`received ${received}.`);
});

test('a file that is cut off is refused as no JSON', () => {
  const text = writeCassette(withExchanges(exchange('{}'))).slice(0, -20);
  expect(failureOf(() => readCassette(text, 'hello.json')).message).toMatch(
    /^hello\.json is not JSON: /,
  );
});

test('no text makes reading fail with anything but our error', () => {
  const like = JSON.stringify(withExchanges(exchange('{}')));
  const damaged = fc
    .tuple(fc.nat(like.length), fc.nat(5), fc.string())
    .map(([at, length, put]) => like.slice(0, at) + put + like.slice(at + length));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), damaged), (text) => {
      try {
        readCassette(text);
      } catch (error) {
        expect(error).toBeInstanceOf(HermesError);
      }
    }),
    { numRuns: 1_000 },
  );
});

function changed(name: string, value: unknown): string {
  return JSON.stringify({ ...withExchanges(), [name]: value });
}

function changedExchange(part: 'request' | 'response', name: string, value: unknown): string {
  const { request, response } = exchange('{}');
  const parts = { request, response };
  return changed('exchanges', [{ ...parts, [part]: { ...parts[part], [name]: value } }]);
}

function failureOf(act: () => unknown): HermesError {
  try {
    act();
  } catch (error) {
    if (error instanceof HermesError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
