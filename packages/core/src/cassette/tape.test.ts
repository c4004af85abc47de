import { expect, test } from 'vitest';
import { EMPTY_CASSETTE, type RecordedRequest, type RecordedResponse } from './cassette.ts';
import { createTape } from './tape.ts';

function request(content: string, more: object = {}): RecordedRequest {
  const body = { model: 'm', messages: [{ role: 'user', content }], ...more };
  return { method: 'POST', path: '/v1/chat/completions', headers: {}, body };
}

function response(text: string): RecordedResponse {
  return { status: 200, headers: {}, atMs: 0, pieces: [{ atMs: 0, text }] };
}

function tapeOf(
  recordings: readonly (readonly [string, string])[],
  {
    repeats = 'last',
    isRewritten = false,
  }: { repeats?: 'last' | 'refuse'; isRewritten?: boolean } = {},
) {
  const exchanges = recordings.map(([asked, answered]) => ({
    request: request(asked),
    response: response(answered),
  }));
  return createTape({ ...EMPTY_CASSETTE, exchanges }, { repeats, isRewritten });
}

function textOf(played: RecordedResponse | undefined): unknown {
  return played && (played.pieces[0] as { text: string }).text;
}

function listed(tape: ReturnType<typeof tapeOf>): unknown[] {
  return tape.cassette().exchanges.map((exchange) => textOf(exchange.response));
}

const TWICE = [
  ['a', '1'],
  ['b', '2'],
  ['a', '3'],
] as const;

test('recordings of one request are played in their order, then the last one again', () => {
  const tape = tapeOf(TWICE);
  const played = [1, 2, 3, 4].map(() => textOf(tape.play(request('a'))));
  expect(played).toEqual(['1', '3', '3', '3']);
  expect(textOf(tape.play(request('b')))).toBe('2');
});

test('a tape that refuses repeats plays each recording once, and says so', () => {
  const tape = tapeOf(TWICE, { repeats: 'refuse' });
  expect([1, 2, 3].map(() => textOf(tape.play(request('a'))))).toEqual(['1', '3', undefined]);
  expect(tape.missed(request('a'))).toBe(
    'Each of the 2 recordings of this POST /v1/chat/completions has been played once.',
  );
});

test('a miss names the nearest recording and what differs', () => {
  const tape = tapeOf([['Hello', '1']]);
  expect(tape.missed(request('Hullo', { temperature: 0.5 }))).toBe(
    'No recording answers POST /v1/chat/completions. The nearest is exchanges[0]: body.messages[0].content was "Hello" and is now "Hullo"; body.temperature was absent and is now 0.5.',
  );
});

test('the nearest recording is the one that differs in the fewest places', () => {
  const tape = tapeOf([['Hello', '1']]);
  tape.reserve(request('Hello', { temperature: 0.5 })).keep(response('2'));
  expect(tape.missed(request('Hullo', { temperature: 0.5 }))).toContain('nearest is exchanges[1]:');
});

test('a miss in a long text shows the place where it differs', () => {
  const tape = tapeOf([[`${'long '.repeat(20)}story`, '1']]);
  expect(tape.missed(request(`${'long '.repeat(20)}stone`))).toContain(
    'body.messages[0].content was "…g long long long long long story" and is now "…g long long long long long stone"',
  );
});

test('an empty cassette says that it is empty', () => {
  expect(tapeOf([]).missed(request('a'))).toBe(
    'No recording answers POST /v1/chat/completions: the cassette is empty.',
  );
});

test('recordings keep the order of asking, whichever answer is there first', () => {
  const tape = tapeOf([['z', '0']]);
  const places = ['a', 'b', 'a'].map((asked) => tape.reserve(request(asked)));
  places[2]!.keep(response('3'));
  places[1]!.keep(response('2'));
  expect(listed(tape)).toEqual(['0', '3', '2']);
  places[0]!.keep(response('1'));
  expect(listed(tape)).toEqual(['0', '1', '3', '2']);
});

test('a new recording takes the place of the old ones, and of those of this request alone', () => {
  const tape = tapeOf(TWICE, { isRewritten: true });
  const [first, second] = [tape.reserve(request('a')), tape.reserve(request('a'))];
  expect(listed(tape)).toEqual(['1', '2', '3']);
  second.keep(response('new 2'));
  first.keep(response('new 1'));
  expect(listed(tape)).toEqual(['2', 'new 1', 'new 2']);
});

test('a recording that came to nothing leaves what was there', () => {
  const tape = tapeOf(TWICE, { isRewritten: true });
  tape.reserve(request('a')).drop();
  expect(listed(tape)).toEqual(['1', '2', '3']);
  expect(textOf(tape.play(request('a')))).toBe('1');
});

test('a place that was given up is not filled any more', () => {
  const tape = tapeOf(TWICE, { isRewritten: true });
  const place = tape.reserve(request('a'));
  place.drop();
  place.drop();
  place.keep(response('late'));
  expect(listed(tape)).toEqual(['1', '2', '3']);
  expect(textOf(tape.play(request('a')))).toBe('1');
});

test('what was recorded in this run counts as played', () => {
  const tape = tapeOf([], { repeats: 'refuse' });
  tape.reserve(request('a')).keep(response('1'));
  expect(tape.play(request('a'))).toBeUndefined();
});
