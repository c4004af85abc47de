import { describe, expect, it } from 'vitest';
import { readSampling } from './settings.ts';

const ASKED = { model: 'm', messages: [] };

describe('the sampling settings of a request', () => {
  it('change nothing when nothing is asked for', () => {
    expect(readSampling(ASKED)).toEqual({
      temperature: 1,
      top_p: 1,
      top_k: Infinity,
      min_p: 0,
      top_a: 0,
      repetition_penalty: 1,
      frequency_penalty: 0,
      presence_penalty: 0,
      logit_bias: new Map(),
      top_logprobs: 0,
    });
  });

  it('take null for what was not asked for', () => {
    const nulls = {
      repetition_penalty: null,
      frequency_penalty: null,
      presence_penalty: null,
      logprobs: null,
    };
    expect(readSampling({ ...ASKED, ...nulls })).toEqual(readSampling(ASKED));
  });

  it('list tokens only with logprobs', () => {
    expect(readSampling({ ...ASKED, top_logprobs: 5 }).top_logprobs).toBe(0);
    expect(readSampling({ ...ASKED, logprobs: true, top_logprobs: 5 }).top_logprobs).toBe(5);
  });

  it('have no limit of tokens with a top_k of 0 or -1, as in vLLM', () => {
    expect([0, -1, 2.7].map((top_k) => readSampling({ ...ASKED, top_k }).top_k)).toEqual([
      Infinity,
      Infinity,
      2,
    ]);
  });

  it('keep a bias by the token that it is for', () => {
    const request = { ...ASKED, logit_bias: { 128009: -100, 5: 2.5 } };
    expect(readSampling(request).logit_bias).toEqual(
      new Map([
        [5, 2.5],
        [128009, -100],
      ]),
    );
  });

  it.each([
    [
      { top_k: 0.5 },
      'top_k: expected a number of at least 1, or 0 or -1 for no limit, received 0.5.',
    ],
    [{ repetition_penalty: 0 }, 'repetition_penalty: expected a number above 0, received 0.'],
    [
      { logit_bias: [1] },
      'logit_bias: expected an object from token ids to numbers, received [1].',
    ],
    [
      { logit_bias: { hello: 1 } },
      'logit_bias: expected ids of tokens as names, received "hello".',
    ],
    [
      { logit_bias: { 5: 101 } },
      'logit_bias["5"]: expected a number from -100 to 100, received 101.',
    ],
  ])('refuse what no sampler can do: %j', (asked, message) => {
    expect(() => readSampling({ ...ASKED, ...asked })).toThrow(
      expect.objectContaining({ status: 400, message }),
    );
  });
});
