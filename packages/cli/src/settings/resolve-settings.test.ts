import { hostProfiles } from '@hermes4/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../failure.ts';
import { environmentLayer } from './environment-layer.ts';
import { type Layer, resolveSettings, SOURCES, type Source } from './resolve-settings.ts';
import { HOST_NAMES } from './settings.ts';

function layer(source: Source, values: Layer['values']): Layer {
  return { source, place: `the ${source}`, values };
}

describe('settings', () => {
  it('are what the strongest source says, whatever the order in which sources are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...SOURCES], { minLength: 1 }), (sources) => {
        const said = sources.map((source) => layer(source, { model: `from ${source}` }));
        const strongest = SOURCES.find((source) => sources.includes(source));
        expect(resolveSettings(said).find('model')).toEqual({
          value: `from ${strongest}`,
          source: strongest,
          place: `the ${strongest}`,
        });
      }),
    );
  });

  it('that nobody set are undefined', () => {
    const settings = resolveSettings([layer('flags', { model: undefined })]);
    expect([settings.get('model'), settings.find('host')]).toEqual([undefined, undefined]);
  });

  it('are read in the spelling of variables and of files', () => {
    const env = { HERMES4_MARKDOWN: 'off', HERMES4_TIMEOUT: ' 2.5 ', HERMES4_MODEL: '  ' };
    const settings = resolveSettings([
      environmentLayer(env),
      layer('user', { 'top-k': 20, stop: ['END'], 'max-tokens': '512' }),
    ]);
    expect(settings.get('markdown')).toBe(false);
    expect(settings.get('timeout')).toBe(2.5);
    expect(settings.get('model')).toBeUndefined();
    expect([settings.get('top-k'), settings.get('max-tokens')]).toEqual([20, 512]);
    expect(settings.get('stop')).toEqual(['END']);
  });

  it.each<[string, Layer, string]>([
    [
      'an unknown name',
      layer('user', { modle: 'x' }),
      'the user: there is no setting "modle". The',
    ],
    [
      'a number out of bounds',
      layer('project', { temperature: 3 }),
      'the project: temperature: Expected a number from 0 to 2, received 3.',
    ],
    [
      'a number that is none',
      layer('environment', { retries: '0x2' }),
      'the environment: HERMES4_RETRIES: Expected a whole number of at least 0, received "0x2".',
    ],
    [
      'an unknown host',
      layer('flags', { host: 'openai' }),
      'the flags: host: Expected one of aimlapi, openrouter, nous, nebius, chutes, vllm, local, received "openai".',
    ],
    [
      'an address without a scheme',
      layer('user', { 'base-url': 'localhost:80' }),
      'the user: base-url: Expected an address that begins with https:// or http://, received',
    ],
    [
      "a command in a project's file",
      layer('project', { 'key-cmd': 'rm -rf /' }),
      'the project: a project cannot set key-cmd.',
    ],
  ])('refuse %s and name the place', (_, given, message) => {
    expect(() => resolveSettings([given])).toThrow(UsageError);
    expect(() => resolveSettings([given])).toThrow(message);
  });

  it('know every host that has a profile', () => {
    expect([...HOST_NAMES].sort()).toEqual(Object.keys(hostProfiles).sort());
  });
});
