import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBytes } from './join-bytes.ts';
import { coverSecrets, secretsOf, withoutSecrets } from './secrets.ts';

function covered(parts: readonly Uint8Array[], secrets: readonly string[]): Uint8Array {
  const cover = coverSecrets(secrets);
  return joinBytes([...parts.map((part) => cover.push(part)), cover.end()]);
}

const small = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 8, maxLength: 10 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 60 });

test('no cut lets a secret through, and as many bytes come out as went in', () => {
  fc.assert(
    fc.property(text, text, small, fc.array(fc.nat(130)), (before, after, secret, cuts) => {
      const whole = new TextEncoder().encode(before + secret + after);
      const places = [0, ...cuts.filter((cut) => cut < whole.length), whole.length];
      places.sort((a, b) => a - b);
      const parts = places.slice(1).map((end, index) => whole.subarray(places[index], end));
      const out = covered(parts, [secret]);
      expect(out.length).toBe(whole.length);
      expect(new TextDecoder().decode(out)).not.toContain(secret);
    }),
    { numRuns: 1_000 },
  );
});

test('bytes without a secret pass as the same objects, at once', () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 0x7f }), (bytes) => {
      const cover = coverSecrets(['\u00ffsecret-key']);
      expect(cover.push(bytes)).toStrictEqual(bytes);
      expect(cover.end()).toHaveLength(0);
    }),
  );
});

test('what only looked like a secret is passed on', () => {
  const cover = coverSecrets(['secret-key']);
  const parts = ['the sec', 'ret', '-kex sec'].map((part) => new TextEncoder().encode(part));
  expect(
    [...parts.map((part) => cover.push(part)), cover.end()].map((part) => part.length),
  ).toEqual([4, 0, 11, 3]);
});

test('the bytes that were handed in stay as they are', () => {
  const bytes = new TextEncoder().encode('my secret-key');
  expect(new TextDecoder().decode(covered([bytes], ['secret-key']))).toBe('my **********');
  expect(new TextDecoder().decode(bytes)).toBe('my secret-key');
});

test('a key is found as JSON writes it, too', () => {
  const secret = 'pass"word\\123';
  const written = JSON.stringify({ secret });
  expect(withoutSecrets(written, [secret])).toBe('{"secret":"[key]"}');
  const out = covered([new TextEncoder().encode(written)], [secret]);
  expect(new TextDecoder().decode(out)).toBe(`{"secret":"${'*'.repeat(15)}"}`);
});

test('short words are no secrets', () => {
  expect(withoutSecrets('EMPTY is EMPTY', ['EMPTY'])).toBe('EMPTY is EMPTY');
});

test('the credentials of a request are found in all the headers that carry them', () => {
  const headers = new Headers({
    authorization: 'Bearer bearer-key-1',
    'x-api-key': 'header-key-2',
    'proxy-authorization': 'Negotiate proxy-token-3',
    accept: 'application/json',
  });
  expect(secretsOf(headers)).toEqual(['bearer-key-1', 'proxy-token-3', 'header-key-2']);
});
