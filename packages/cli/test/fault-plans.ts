import type { Fault, FaultRule } from '@hermes4/server';
import fc from 'fast-check';

export const SCHEMA =
  '{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}';

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    fault: fc.constant('status' as const),
    status: fc.constantFrom(
      200,
      204,
      301,
      400,
      401,
      402,
      403,
      404,
      405,
      408,
      409,
      413,
      415,
      422,
      425,
      429,
      500,
      502,
      503,
      504,
      524,
      529,
      599,
    ),
    retryAfter: fc.constantFrom(undefined, '0', '100000', 'soon', 'Wed, 21 Oct 2015 07:28:00 GMT'),
    message: fc.constantFrom(undefined, 'quota', 'Error: at line (x.js:1:1)', '{"a":'),
  }),
  fc.record({ fault: fc.constant('delay' as const), ms: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ fault: fc.constant('hang' as const) }),
  fc.record({
    fault: fc.constantFrom('drop', 'cut-line', 'cut-character', 'truncate'),
    afterEvents: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({
    fault: fc.constant('error-event' as const),
    shape: fc.constantFrom('aimlapi', 'openrouter', 'vllm'),
    afterEvents: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({
    fault: fc.constantFrom(
      'no-finish',
      'no-usage',
      'no-done',
      'repeat-finish',
      'role-only',
      'empty',
      'comments',
      'crlf',
      'cr',
      'bom',
    ),
  }),
  fc.record({ fault: fc.constant('html' as const), status: fc.constantFrom(200, 403, 502) }),
  fc.record({
    fault: fc.constant('content-type' as const),
    type: fc.constantFrom('text/plain', 'application/json', ''),
  }),
  fc.record({ fault: fc.constant('pieces' as const), bytes: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    fault: fc.constant('gap' as const),
    ms: fc.constantFrom(5, 100_000),
    comments: fc.boolean(),
    afterEvents: fc.integer({ min: 0, max: 3 }),
  }),
);

const rule: fc.Arbitrary<FaultRule> = fc.record(
  { fault, times: fc.integer({ min: 1, max: 2 }), probability: fc.constantFrom(0.5, 1) },
  { requiredKeys: ['fault'] },
);

/** The forms in which an answer is printed, as arguments. */
export const form = fc.constantFrom<string[]>(
  [],
  ['--json'],
  ['--jsonl-events'],
  ['-x'],
  ['-u', '-v'],
  ['--reasoning=show'],
  ['--schema', SCHEMA],
);

/** What goes wrong on a host, call by call. */
export const faultPlan: fc.Arbitrary<FaultRule[]> = fc.array(rule, { minLength: 1, maxLength: 3 });

/** Some plans, each with the form in which an answer is asked for under it; always the same ones. */
export function someFaultPlans(count: number): [FaultRule[], string[]][] {
  return fc.sample(fc.tuple(faultPlan, form), { numRuns: count, seed: 4_405 });
}
