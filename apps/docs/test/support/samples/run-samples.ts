import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import type { Language } from '../../../src/language/languages.ts';
import type { Operation, Request } from '../../../src/schema/field.ts';
import { writeSample } from '../../../src/schema/samples/write-sample.ts';
import {
  type AccountHost,
  type Heard,
  KEY,
  MANAGEMENT_KEY,
  startAccountHost,
} from './account-host.ts';

/** A request to an operation, as its page shows it. */
export interface Sample {
  readonly operation: Operation;
  readonly request: Request;
}

/** What a sample printed, why it failed, and what it asked the host. */
export interface Outcome {
  readonly output: string;
  readonly failure: string | null | undefined;
  readonly heard: readonly Heard[];
}

export interface SampleRuns {
  /** Where programs stand that import the client. */
  readonly folder: string;
  /** Writes every program of a language down; those that do not exist are empty. */
  write(language: Language, extension: string): string[];
  /** Runs every sample of a language against a host of its own, in their order. */
  run(language: Language): Promise<Outcome[]>;
}

const runFile = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const bin = fileURLToPath(new URL('../../../../../packages/cli/bin/hermes4.js', import.meta.url));

/** Runs samples for the tests of a file, and clears up after them. */
export function useSampleRuns(samples: readonly Sample[]): SampleRuns {
  const folder = mkdtempSync(join(here, 'written-'));
  const home = mkdtempSync(join(tmpdir(), 'samples-'));
  const hosts: AccountHost[] = [];
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    rmSync(home, { recursive: true });
    await Promise.all(hosts.map((host) => host.close({ force: true })));
  });

  const startHost = async (): Promise<AccountHost> => {
    const host = await startAccountHost();
    hosts.push(host);
    return host;
  };
  const envOf = (host: AccountHost) => ({
    PATH: process.env['PATH'],
    HOME: home,
    AIMLAPI_BASE_URL: host.baseURL,
  });

  function write(language: Language, extension: string): string[] {
    return samples.map((sample, index) => {
      const file = join(folder, `sample-${index}.${extension}`);
      writeFileSync(file, codeOf(sample, language) ?? '');
      return file;
    });
  }

  /** All in one process. */
  async function runTogether(
    files: readonly string[],
    command: readonly string[],
  ): Promise<Outcome[]> {
    const host = await startHost();
    const programs = samples.map((sample, index) => ({ file: files[index], key: keyFor(sample) }));
    const [program = '', ...args] = command;
    const job = JSON.stringify({ origin: host.origin, programs });
    const { stdout } = await runFile(program, [...args, job], { env: envOf(host), maxBuffer: 1e8 });
    const outcomes = JSON.parse(stdout) as Omit<Outcome, 'heard'>[];
    return outcomes.map((outcome, index) => ({ ...outcome, heard: host.heardFrom(index) }));
  }

  /** Each in a shell of its own. */
  async function runApart(codes: readonly (string | undefined)[]): Promise<Outcome[]> {
    const host = await startHost();
    const outcomes: Outcome[] = [];
    for (const [index, sample] of samples.entries()) {
      await fetch(`${host.origin}/next/${index}`);
      const env = { ...envOf(host), AIMLAPI_API_KEY: keyFor(sample) };
      const outcome = await runFile('sh', ['-c', codes[index] ?? ''], { env }).then(
        ({ stdout }) => ({ output: stdout, failure: undefined }),
        (error: unknown) => ({ output: '', failure: String(error) }),
      );
      outcomes.push({ ...outcome, heard: host.heardFrom(index) });
    }
    return outcomes;
  }

  const codesIn = (language: Language) => samples.map((sample) => codeOf(sample, language));
  const modules = join(here, 'run-modules.mjs');
  const runs: Readonly<Record<Language, () => Promise<Outcome[]>>> = {
    typescript: () =>
      runTogether(write('typescript', 'mts'), [process.execPath, '--import', 'tsx', modules]),
    javascript: () => runTogether(write('javascript', 'mjs'), [process.execPath, modules]),
    python: () => runTogether(write('python', 'py'), [findPython(), join(here, 'run-scripts.py')]),
    curl: () => runApart(codesIn('curl')),
    cli: () =>
      runApart(
        codesIn('cli').map((code) =>
          code?.replaceAll('npx @hermes4/cli', `"${process.execPath}" "${bin}"`),
        ),
      ),
  };
  return { folder, write, run: (language) => runs[language]() };
}

/** The program of a sample, where there is one. */
export function codeOf({ operation, request }: Sample, language: Language): string | undefined {
  return writeSample(operation, request, language).code;
}

function keyFor({ operation: { path } }: Sample): string {
  return path.startsWith('/v1/keys') ? MANAGEMENT_KEY : KEY;
}

function findPython(): string {
  const python = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import requests']).status === 0,
  );
  if (python) return python;
  throw new Error('The samples in Python need requests: apt-get install python3-requests.');
}
