import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDocument } from '../plugins/api-document/load-document.ts';
import type { Body, Request } from '../src/schema/field.ts';
import { readOperations } from '../src/schema/read-operation.ts';
import { requestLine } from '../src/schema/samples/request-line.ts';
import { writeSample } from '../src/schema/samples/write-sample.ts';
import { codeOf, type Outcome, type Sample, useSampleRuns } from './support/samples/run-samples.ts';

const openapi = new URL('../../../packages/core/openapi/hermes-4.yaml', import.meta.url);
const { document, resolve } = await loadDocument(fileURLToPath(openapi));
const operations = readOperations(document, resolve).map(({ operation }) => operation);

/** What uses a key up comes last: what follows could not use it. */
const ENDS_A_KEY = ['updateKey', 'deleteKey'];
const samples: readonly Sample[] = operations
  .toSorted((one, other) => ENDS_A_KEY.indexOf(one.id) - ENDS_A_KEY.indexOf(other.id))
  .flatMap((operation) => operation.requests.map((request) => ({ operation, request })));
const cases = samples.map((sample, index) => {
  const { operation, request } = sample;
  return [operation.id, request.title, index, sample] as const;
});

/** Nothing failed, so there is nothing to print. */
function findsNothing({ values }: Request): boolean {
  return values['status'] !== undefined;
}

const runs = useSampleRuns(samples);

it('The API document has a page and a sample for each of its operations', () => {
  const methods = Object.values(document.paths).flatMap((item) =>
    Object.keys(item).filter((key) => /^(?:get|post|put|patch|delete)$/.test(key)),
  );
  expect(operations).toHaveLength(methods.length);
  for (const { requests } of operations) expect(requests.length).toBeGreaterThan(0);
});

describe.each(['javascript', 'python', 'curl'] as const)('in %s', (language) => {
  let outcomes: readonly Outcome[] = [];
  beforeAll(async () => {
    outcomes = await runs.run(language);
  });

  it.each(cases)('sends what it says and prints what comes: %s, %s', (_, __, index, sample) => {
    const { output = '', failure, heard = [] } = outcomes[index] ?? {};
    expect(heard).toEqual([{ ...lineOf(sample), body: sample.request.body }]);
    expect(failure ?? '').toBe('');
    expect(output).not.toBe('');
  });
});

describe('in TypeScript', () => {
  let outcomes: readonly Outcome[] = [];
  beforeAll(async () => {
    outcomes = await runs.run('typescript');
  });

  it.each(cases)('sends what it says and prints what comes: %s, %s', (_, __, index, sample) => {
    const { request } = sample;
    const { output = '', failure, heard = [] } = outcomes[index] ?? {};
    const [{ body, ...line } = {}] = heard;
    expect(line).toEqual(lineOf(sample));
    if (request.body?.['tools'] === undefined) expect(body).toEqual(withoutNulls(request.body));
    // Where a host has no tools, the client puts them into words.
    else expect(JSON.stringify((body as Body)['messages'])).toContain('get_weather');
    expect(failure ?? '').toBe('');
    if (!findsNothing(request)) expect(output).not.toBe('');
  });

  it('has the types of the client', () => {
    const files = runs.write('typescript', 'mts');
    const options = {
      extends: fileURLToPath(
        new URL('../../../packages/tooling/tsconfig/node.json', import.meta.url),
      ),
      compilerOptions: { noEmit: true, declaration: false, isolatedDeclarations: false },
      files,
    };
    const config = join(runs.folder, 'tsconfig.json');
    writeFileSync(config, JSON.stringify(options));
    const { stdout, status } = spawnSync('pnpm', ['exec', 'tsc', '-p', config]);
    expect({ said: String(stdout), status }).toEqual({ said: '', status: 0 });
  });
});

describe('in JavaScript', () => {
  it('has no types and no client', () => {
    for (const sample of samples) expect(codeOf(sample, 'javascript')).not.toContain('import');
  });
});

describe('on the command line', () => {
  const commands = cases.filter(([, , , sample]) => codeOf(sample, 'cli') !== undefined);
  let outcomes: readonly Outcome[] = [];
  beforeAll(async () => {
    outcomes = await runs.run('cli');
  });

  it('has a command, or says why there is none', () => {
    expect(commands.length).toBeGreaterThan(10);
    for (const { operation, request } of samples) {
      const { code, words } = writeSample(operation, request, 'cli');
      expect([code, words].filter((one) => one !== undefined)).toHaveLength(1);
    }
  });

  it.each(commands)('asks as it says: %s, %s', (id, _, index, { operation, request }) => {
    const { output = '', failure, heard = [] } = outcomes[index] ?? {};
    expect(failure ?? '').toBe('');
    if (!findsNothing(request)) expect(output).not.toBe('');
    const path = ASKED_INSTEAD[id] ?? requestLine(operation, request.values).path;
    const asked = heard.find((one) => one.path === path);
    expect(Object.fromEntries(asked?.query ?? [])).toMatchObject(windowOf(request));
    if (!request.body) return;
    const { messages = [], stream: _stream, ...params } = request.body;
    const { messages: sent = [], ...rest } = asked?.body as Body;
    expect((sent as unknown[]).at(-1)).toEqual((messages as unknown[]).at(-1));
    expect(rest).toMatchObject('response_format' in params ? {} : params);
  });
});

/** One model is found among all of them; a sum is what its parts add up to. */
const ASKED_INSTEAD: Readonly<Record<string, string>> = {
  retrieveModel: '/v1/models',
  getUsage: '/v2/usage/detail',
};

function lineOf({ operation, request }: Sample) {
  const { path, query } = requestLine(operation, request.values);
  return { method: operation.method, path: decodeURIComponent(path), query };
}

function windowOf({ values }: Request): Record<string, string> {
  return Object.fromEntries(
    ['period', 'group_by', 'tz', 'status', 'limit', 'direction']
      .filter((name) => values[name] !== undefined)
      .map((name) => [name, String(values[name])]),
  );
}

/** The client leaves out what is null, which says as much. */
function withoutNulls(body: Body | undefined): Body | undefined {
  return body && Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
