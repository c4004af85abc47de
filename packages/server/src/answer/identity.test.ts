import { describe, expect, it } from 'vitest';
import { NOW } from '../../test/answering.ts';
import { scriptedEngine } from '../../test/scripted-engine.ts';
import { identify } from './identity.ts';

const engine = scriptedEngine(() => []);

describe('the identity of a call', () => {
  it('names the call and the engine', () => {
    const { id, created, headers } = identify(new Headers(), engine, NOW);
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(created).toBe(1_767_323_045);
    expect(headers).toEqual({
      'x-inference-id': id,
      'x-hermes4-engine': 'scripted',
      'x-hermes4-usage': 'exact',
    });
  });

  it.each(['order-4711:attempt-1', 'a', '._:-', 'x'.repeat(128)])(
    'gives a valid id of the caller back: %s',
    (id) => expect(clientIdFor(id)).toBe(id),
  );

  it.each(['', 'two words', 'a/b', 'ä', 'x'.repeat(129)])(
    'is silent about an invalid id of the caller: %s',
    (id) => expect(clientIdFor(id)).toBeUndefined(),
  );
});

function clientIdFor(id: string): string | undefined {
  const headers = new Headers({ 'x-client-request-id': id });
  return identify(headers, engine, NOW).headers['x-client-request-id'];
}
