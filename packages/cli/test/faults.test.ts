import { createLocalServer, type Fault, type FaultRule } from '@hermes4/server';
import { listen } from '@hermes4/server/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../src/exit-code.ts';
import { type Outcome, runToEnd } from './terminal.ts';

const DOCUMENTED = Object.values(EXIT);
const SCHEMA = '{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}';

/** Asks a server on which things go wrong. */
async function askWith(plan: readonly FaultRule[], args: readonly string[] = []): Promise<Outcome> {
  const server = createLocalServer({ faults: { plan }, seed: 1 });
  const listening = await listen(server, { port: 0 });
  try {
    const env = { AIMLAPI_BASE_URL: listening.baseURL, AIMLAPI_API_KEY: 'sk-very-secret' };
    return await runToEnd(['ask', '--retries', '0', '--timeout', '5', ...args, 'Say hi'], { env });
  } finally {
    await listening.close({ force: true });
  }
}

describe('what a host does decides the exit code', () => {
  it.each<[number, Fault, string[]]>([
    [EXIT.ok, { fault: 'no-usage' }, []],
    [EXIT.ok, { fault: 'crlf' }, ['--json']],
    [EXIT.usage, { fault: 'status', status: 400 }, []],
    [EXIT.usage, { fault: 'status', status: 404 }, []],
    [EXIT.usage, { fault: 'status', status: 422 }, ['--json']],
    [EXIT.unauthorized, { fault: 'status', status: 401 }, []],
    [EXIT.unauthorized, { fault: 'status', status: 403, message: 'Wrong scope.' }, []],
    [EXIT.outOfCredits, { fault: 'status', status: 402 }, []],
    [EXIT.outOfCredits, { fault: 'status', status: 403, message: 'Insufficient funds.' }, []],
    [EXIT.outOfCredits, { fault: 'status', status: 429, message: 'Monthly quota exceeded.' }, []],
    [EXIT.unreachable, { fault: 'status', status: 500 }, []],
    [EXIT.unreachable, { fault: 'status', status: 503 }, ['--jsonl-events']],
    [EXIT.unreachable, { fault: 'drop' }, []],
    [EXIT.unreachable, { fault: 'cut-line', afterEvents: 3 }, []],
    [EXIT.unreachable, { fault: 'html' }, []],
    [EXIT.unreachable, { fault: 'empty' }, ['--json']],
    [EXIT.unreachable, { fault: 'error-event', afterEvents: 2 }, ['-x']],
    [EXIT.unreachable, { fault: 'hang' }, ['--timeout', '0.2']],
    [EXIT.rateLimited, { fault: 'status', status: 429 }, []],
    [EXIT.invalidOutput, { fault: 'no-usage' }, ['-x']],
    [EXIT.invalidOutput, { fault: 'no-usage' }, ['--schema', SCHEMA, '--max-tokens', '2']],
  ])('%i after %j with %j', async (code, fault, args) => {
    const { exitCode, stderr } = await askWith([{ fault }], args);
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.anything() as string });
    if (code !== EXIT.ok) expect(stderr).toMatch(/^hermes4: (?!asking).+$/m);
  });

  it('after the retries that were asked for', async () => {
    const plan: FaultRule[] = [
      { fault: { fault: 'status', status: 429, retryAfter: '0' }, times: 1 },
    ];
    expect((await askWith(plan)).exitCode).toBe(EXIT.rateLimited);
    expect((await askWith(plan, ['--retries', '1'])).exitCode).toBe(EXIT.ok);
  });
});

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

const form = fc.constantFrom<string[]>(
  [],
  ['--json'],
  ['--jsonl-events'],
  ['-x'],
  ['-u', '-v'],
  ['--reasoning=show'],
  ['--schema', SCHEMA],
);

describe('ask, whatever a host does', () => {
  it('ends, with a documented code, in words and without the key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { minLength: 1, maxLength: 3 }), form, async (plan, args) => {
        const { exitCode, stdout, stderr } = await askWith(plan, [...args, '--timeout', '0.6']);
        expect(DOCUMENTED).toContain(exitCode);
        expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$|TypeError|ReferenceError|RangeError/m);
        expect(stdout + stderr).not.toContain('sk-very-secret');
        if (exitCode !== EXIT.ok) expect(stderr).toMatch(/^hermes4: (?!asking)/m);
        expect(exitCode).not.toBe(EXIT.unexpected);
      }),
      { numRuns: 200 },
    );
  });
});
