import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Difference, OpenAPIDocument, Skeleton } from './diff-skeleton.mjs';
import { differences, structureOf } from './diff-skeleton.mjs';

interface Departure extends Difference {
  readonly reason: string;
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const document = parse(read('hermes-4.yaml')) as OpenAPIDocument;
const skeleton = JSON.parse(read('upstream-skeleton.json')) as Skeleton;
const departures = parse(read('hermes-4.departures.yaml')) as Departure[];
const found = differences(skeleton, structureOf(document));

describe('the API document, next to the structure the hosted API publishes', () => {
  it('departs from it exactly where a departure is recorded', () => {
    expect(departures.map(({ at }) => at).sort()).toEqual(found.map(({ at }) => at).sort());
  });

  it('departs from it exactly as recorded', () => {
    const recorded = departures.map(({ at, upstream, ours }) => ({ at, upstream, ours }));
    expect(recorded).toEqual(expect.arrayContaining(found));
  });

  it('gives a reason for every departure', () => {
    expect(departures.filter(({ reason }) => reason.trim().length < 20)).toEqual([]);
  });

  it('is exactly as strict about requests', () => {
    expect(found.filter(({ at }) => at.startsWith('/request'))).toEqual([]);
  });
});

describe('the comparison', () => {
  const text = { type: 'string' };
  const changed = (request: Skeleton['request']): Difference[] =>
    differences({ ...skeleton, request: { type: 'object' } }, { ...skeleton, request });

  it('finds nothing between a structure and itself', () => {
    expect(differences(skeleton, skeleton)).toEqual([]);
  });

  it('names the keyword that differs', () => {
    expect(changed({ type: 'object', additionalProperties: false })).toEqual([
      { at: '/request#additionalProperties', upstream: 'absent', ours: 'false' },
    ]);
  });

  it('names a property that only one side has', () => {
    expect(changed({ type: 'object', properties: { n: text } })).toEqual([
      { at: '/request/n', upstream: 'absent', ours: 'string' },
    ]);
  });

  it('goes on with the first member where a choice replaces a plain schema', () => {
    const members = { object: { type: 'object', required: ['n'] }, string: text };
    expect(changed({ anyOf: members })).toEqual([
      { at: '/request#union', upstream: 'absent', ours: 'anyOf' },
      { at: '/request#required', upstream: 'absent', ours: 'n' },
    ]);
  });
});
