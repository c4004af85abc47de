import { createParser, type EventSourceMessage } from 'eventsource-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAt, utf8 } from '../../test/bytes.ts';
import { createSseDecoder } from './sse.ts';

const LIMIT = 1_000_000;

function decode(pieces: readonly Uint8Array[], limit = LIMIT): string[] {
  const decoder = createSseDecoder(limit);
  return [...pieces.flatMap((piece) => decoder.push(piece)), ...decoder.end()];
}

function decodeText(text: string): string[] {
  return decode([utf8(text)]);
}

/** Another implementation of the standard, which reads text rather than bytes. */
function oracle(text: string): string[] {
  const events: string[] = [];
  const parser = createParser({ onEvent: ({ data }: EventSourceMessage) => events.push(data) });
  parser.feed(text);
  return events;
}

test('an event is its data lines, joined', () => {
  expect(decodeText('data: one\ndata: two\n\n')).toEqual(['one\ntwo']);
});

test('LF, CRLF and CR end a line alike', () => {
  for (const ending of ['\n', '\r\n', '\r']) {
    const text = ['event: note', 'id: 7', 'data: a', '', 'data: b', '', ''].join(ending);
    expect(decodeText(text)).toEqual(['a', 'b']);
  }
});

test('a CR at the end of a chunk and the LF at the start of the next are one line ending', () => {
  expect(decode([utf8('data: a\r'), utf8('\n\r'), utf8('\ndata: b\r\n\r\n')])).toEqual(['a', 'b']);
});

test('a stream that uses CR alone loses nothing at its end', () => {
  expect(decode([utf8('data: a\r\r'), utf8('data: b\r'), utf8('\r')])).toEqual(['a', 'b']);
});

test('a byte order mark is passed over at the start of the stream and kept anywhere else', () => {
  expect(decodeText('\uFEFFdata: a\n\ndata: \uFEFFb\n\n')).toEqual(['a', '\uFEFFb']);
  expect(decode([utf8('data: a\n\n'), utf8('\uFEFFdata: b\n\n')])).toEqual(['a']);
});

test('one space after the colon is no part of the value; a second one is', () => {
  expect(decodeText('data:a\n\ndata: a\n\ndata:  a\n\n')).toEqual(['a', 'a', ' a']);
});

test('comments, unknown fields and blank lines make no event', () => {
  expect(decodeText(': ping\n\nretry: 10\nfoo: bar\n\n\n\nevent: none\n\n')).toEqual([]);
});

test('an event without its last blank line is given out at the end', () => {
  expect(decodeText('data: a\n\ndata: b')).toEqual(['a', 'b']);
  expect(decodeText('data: a\n\ndata: b\n')).toEqual(['a', 'b']);
});

test('a field without a colon has no value', () => {
  expect(decodeText('data\ndata\n\ndatas\n\n')).toEqual(['\n']);
});

test('a character cut by the network arrives whole', () => {
  const bytes = utf8('data: 👋é漢\n\n');
  for (let place = 0; place <= bytes.length; place++) {
    expect(decode(cutAt(bytes, [place]))).toEqual(['👋é漢']);
  }
});

test('bytes that are not UTF-8 become replacement characters, wherever the cut falls', () => {
  const bytes = new Uint8Array([...utf8('data: '), 0xf0, 0x9f, 0xff, ...utf8('a\n\n')]);
  const whole = decode([bytes]);
  expect(whole[0]).toContain('\uFFFD');
  for (let place = 0; place <= bytes.length; place++) {
    expect(decode(cutAt(bytes, [place]))).toEqual(whole);
  }
});

test('an event larger than the limit is an error, after the events before it', () => {
  const decoder = createSseDecoder(20);
  expect(decoder.push(utf8('data: fits\n\ndata: this one does not fit'))).toEqual(['fits']);
  expect(() => decoder.push(utf8('.'))).toThrow(
    expect.objectContaining({ code: 'response_too_large' }) as Error,
  );
});

test('the limit is for one event: comments and many small events never reach it', () => {
  const pieces = Array.from({ length: 100 }, () => utf8(': ping\n\ndata: small\n\n'));
  expect(decode(pieces, 20)).toHaveLength(100);
});

test('several data lines of one event count together towards the limit', () => {
  const pieces = Array.from({ length: 10 }, () => utf8('data: 1234\n'));
  expect(() => decode(pieces, 20)).toThrow(/larger than 20 bytes/);
});

const text = fc.string({
  unit: fc.constantFrom('a', ' ', ':', '0', 'é', '👋', '\uFEFF', '{"b":1}'),
});
const line = fc.oneof(
  text.map((value) => `data: ${value}`),
  text.map((value) => `data:${value}`),
  text.map((value) => `: ${value}`),
  text.map((value) => `event: ${value}`),
  text.map((value) => `id: ${value}`),
  text,
  fc.constant('data'),
  fc.constant(''),
);
const stream = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 30 })
  .map((lines) => `${lines.map(([content, ending]) => content + ending).join('')}\n\n`);

test('it agrees with another implementation on any stream, cut anywhere', () => {
  fc.assert(
    fc.property(stream, fc.array(fc.nat(2_000), { maxLength: 12 }), (content, places) => {
      expect(decode(cutAt(utf8(content), places))).toEqual(oracle(content));
    }),
    { numRuns: 5_000 },
  );
});
