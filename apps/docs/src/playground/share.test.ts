import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SETTINGS } from './settings.ts';
import { fromFragment, toFragment } from './share.ts';

const settings = fc.record({
  system: fc.string({ unit: 'binary' }),
  prompt: fc.string({ unit: 'grapheme' }),
  params: fc.dictionary(fc.constantFrom('top_p', 'seed'), fc.integer(), { noNullPrototype: true }),
  reasoning: fc.boolean(),
  tools: fc.subarray(['weather', 'add']),
  schema: fc.string(),
});

describe('a link', () => {
  it('opens the playground with the settings that it was made from', () => {
    fc.assert(
      fc.property(settings, (shared) => {
        const fragment = toFragment(shared);
        expect(fromFragment(fragment) ?? NO_SETTINGS).toEqual(shared);
      }),
    );
  });

  it('says nothing of what was not changed', () => {
    expect(toFragment(NO_SETTINGS)).toBe('');
    expect(fromFragment('')).toBeUndefined();
    expect(fromFragment('#parameters')).toBeUndefined();
  });

  it('may be written by anybody, so what does not fit is left out', () => {
    const told = { system: 1, params: { top_p: 'x', seed: 2 }, tools: [3, 'add'], apiKey: 'sk' };
    const fragment = `#${new URLSearchParams({ settings: JSON.stringify(told) })}`;
    expect(fromFragment(fragment)).toEqual({ ...NO_SETTINGS, params: { seed: 2 }, tools: ['add'] });
    expect(fromFragment('#settings=%7Bbroken')).toBeUndefined();
  });

  it('may give a schema as it is', () => {
    const fragment = `#${new URLSearchParams({ settings: '{"schema":{"type":"object"}}' })}`;
    expect(fromFragment(fragment)?.schema).toBe('{\n  "type": "object"\n}');
  });
});
