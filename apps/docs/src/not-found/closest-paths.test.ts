import { describe, expect, it } from 'vitest';
import { closestPaths } from './closest-paths.ts';

const PATHS = [
  '/guides/streaming',
  '/guides/tools',
  '/errors/stream_interrupted',
  '/reference/packages/core/functions/createHermes',
];

describe('the pages that a wrong address may have meant', () => {
  it('are those with the same words, wherever they stand', () => {
    expect(closestPaths('/docs/streaming.html', PATHS)[0]).toBe('/guides/streaming');
  });

  it('include those with words that begin alike', () => {
    expect(closestPaths('/stream', PATHS)).toEqual([
      '/errors/stream_interrupted',
      '/guides/streaming',
    ]);
  });

  it('are found by the name of an export', () => {
    expect(closestPaths('/api/create-hermes', PATHS)).toEqual([
      '/reference/packages/core/functions/createHermes',
    ]);
  });

  it('are none when nothing is alike', () => {
    expect(closestPaths('/zzzz', PATHS)).toEqual([]);
  });
});
