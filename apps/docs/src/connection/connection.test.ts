import { describe, expect, it } from 'vitest';
import { faultOf } from './connection.ts';

const good = { host: 'aimlapi', baseURL: 'https://api.aimlapi.com/v1', apiKey: 'sk-1' } as const;

describe('a host with a key of the reader’s own', () => {
  it.each([
    good,
    { ...good, baseURL: 'http://127.0.0.1:8000/v1' },
    { ...good, host: 'vllm' as const, baseURL: 'http://localhost:8000/v1', apiKey: '' },
  ])('can be asked: %j', (own) => {
    expect(faultOf(own)).toBeUndefined();
  });

  it.each([
    [{ ...good, baseURL: 'api.aimlapi.com' }, 'address'],
    [{ ...good, baseURL: 'javascript:alert(1)' }, 'address'],
    [{ ...good, baseURL: 'http://api.aimlapi.com/v1' }, 'in the clear'],
    [{ ...good, apiKey: ' ' }, 'wants a key'],
    [{ ...good, apiKey: 'sk-\u200b1' }, 'Copy it once more'],
  ])('is refused with words: %j', (own, words) => {
    expect(faultOf(own)).toContain(words);
  });
});
