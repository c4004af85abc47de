import { HermesError } from '../errors/hermes-error.ts';
import type { Cassette } from './cassette.ts';
import { createExpectations, type Expectations } from './expectations.ts';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Reads the text of a cassette.
 *
 * @param name What messages call it, such as the path of its file.
 * @throws HermesError `invalid_options`; its `path` and its message name the place.
 */
export function readCassette(text: string, name = 'The cassette'): Cassette {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : 'unreadable';
    throw new HermesError(`${name} is not JSON: ${said}`, { code: 'invalid_options', cause });
  }
  return checkCassette(value, name);
}

/**
 * Checks that a JSON value is a cassette.
 *
 * @param name What messages call it.
 * @throws HermesError `invalid_options`; its `path` and its message name the place.
 */
export function checkCassette(value: unknown, name = 'The cassette'): Cassette {
  const expect = createExpectations(name);
  const { format, version } = expect.record(value, '');
  expect.that(format === 'hermes4-cassette', 'format', '"hermes4-cassette"', format);
  // First of all, because a later version may name things that this one does not know.
  expect.that(version === 1, 'version', '1, the one that this package reads', version);
  const { exchanges } = expect.fields(value, '', ['format', 'version', 'exchanges']);
  for (const [index, exchange] of expect.list(exchanges, 'exchanges').entries()) {
    const path = `exchanges[${index}]`;
    const { request, response } = expect.fields(exchange, path, ['request', 'response']);
    checkRequest(request, `${path}.request`, expect);
    checkResponse(response, `${path}.response`, expect);
  }
  return value as Cassette;
}

function checkRequest(value: unknown, path: string, expect: Expectations): void {
  const request = expect.fields(value, path, ['method', 'path', 'headers', 'body']);
  expect.text(request['method'], `${path}.method`);
  const target = expect.text(request['path'], `${path}.path`);
  expect.that(target.startsWith('/'), `${path}.path`, 'a path that begins with /', target);
  checkHeaders(request['headers'], `${path}.headers`, expect);
}

function checkResponse(value: unknown, path: string, expect: Expectations): void {
  const names = ['status', 'headers', 'atMs', 'pieces', 'readable'];
  const { status, headers, atMs, pieces } = expect.fields(value, path, names);
  const isStatus = Number.isInteger(status) && (status as number) >= 200;
  expect.that(isStatus && (status as number) <= 599, `${path}.status`, '200 to 599', status);
  checkHeaders(headers, `${path}.headers`, expect);
  let earliest = checkTime(atMs, `${path}.atMs`, { earliest: 0, expect });
  for (const [index, piece] of expect.list(pieces, `${path}.pieces`).entries()) {
    earliest = checkPiece(piece, `${path}.pieces[${index}]`, { earliest, expect });
  }
}

interface After {
  readonly earliest: number;
  readonly expect: Expectations;
}

function checkPiece(value: unknown, path: string, { earliest, expect }: After): number {
  const piece = expect.fields(value, path, ['atMs', 'text', 'base64']);
  const isText = 'text' in piece;
  expect.that(isText !== 'base64' in piece, path, 'either text or base64', piece);
  if (isText) expect.text(piece['text'], `${path}.text`);
  else {
    const coded = expect.text(piece['base64'], `${path}.base64`);
    expect.that(BASE64.test(coded), `${path}.base64`, 'base64', coded);
  }
  return checkTime(piece['atMs'], `${path}.atMs`, { earliest, expect });
}

function checkTime(value: unknown, path: string, { earliest, expect }: After): number {
  const isTime = typeof value === 'number' && Number.isFinite(value) && value >= earliest;
  expect.that(isTime, path, `milliseconds, at least ${earliest}`, value);
  return value as number;
}

function checkHeaders(value: unknown, path: string, expect: Expectations): void {
  for (const [name, content] of Object.entries(expect.record(value, path))) {
    const place = `${path}.${name}`;
    expect.that(isHeader(name, expect.text(content, place)), place, 'a valid header', content);
  }
}

function isHeader(name: string, value: unknown): boolean {
  try {
    new Headers([[name, value as string]]);
    return true;
  } catch {
    return false;
  }
}
