import { describe, expect, it } from 'vitest';
import { isOneSlipAway } from './choose-command.ts';

describe('a slip of the keyboard', () => {
  it.each([
    ['aks', 'ask', true],
    ['chta', 'chat', true],
    ['serv', 'serve', true],
    ['sserve', 'serve', true],
    ['cerve', 'serve', true],
    ['ask', 'ask', false],
    ['hello', 'help', false],
    ['hi', 'hip', false],
    ['key', 'ask', false],
  ])('%s for %s: %s', (typed, meant, expected) => {
    expect(isOneSlipAway(typed, meant)).toBe(expected);
  });
});
