import { expect, test } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 0, 1);

test.each<[string, Record<string, string>, number | undefined]>([
  ['seconds', { 'retry-after': '20' }, 20_000],
  ['a fraction of a second', { 'retry-after': '0.25' }, 250],
  ['none', { 'retry-after': '0' }, 0],
  ['spaces around it', { 'retry-after': ' 3 ' }, 3_000],
  ['milliseconds', { 'retry-after-ms': '150' }, 150],
  ['milliseconds before seconds', { 'retry-after-ms': '150', 'retry-after': '9' }, 150],
  [
    'seconds where milliseconds make no sense',
    { 'retry-after-ms': 'x', 'retry-after': '9' },
    9_000,
  ],
  ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
  ['a date in the past', { 'retry-after': 'Wed, 31 Dec 2025 23:59:00 GMT' }, 0],
  ['a date that does not exist', { 'retry-after': 'Thu, 41 Jan 2026 00:00:30 GMT' }, undefined],
  ['a negative number', { 'retry-after': '-5' }, undefined],
  ['a word that some parsers take for a date', { 'retry-after': 'soon 5' }, undefined],
  ['infinity', { 'retry-after': 'Infinity' }, undefined],
  ['nothing', {}, undefined],
])('%s', (_name, headers, ms) => {
  expect(readRetryAfter(new Headers(headers), NOW)).toBe(ms);
});
