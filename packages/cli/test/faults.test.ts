import { createLocalServer, type Fault, type FaultRule } from '@hermes4/server';
import { listen } from '@hermes4/server/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../src/exit-code.ts';
import { faultPlan, form, SCHEMA } from './fault-plans.ts';
import { type Outcome, runToEnd } from './terminal.ts';

const DOCUMENTED = Object.values(EXIT);

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

describe('ask, whatever a host does', () => {
  it('ends, with a documented code, in words and without the key', async () => {
    await fc.assert(
      fc.asyncProperty(faultPlan, form, async (plan, args) => {
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
