import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { steadyOutput } from '@hermes4/tooling/steady-output';
import { describe, expect, it } from 'vitest';
import { KEY, useLocalHost } from './local-host.ts';
import { findCurl, findPython } from './programs.ts';
import { runExample } from './run-example.ts';
import { kindOf, outputOf, shownExamples } from './shown-examples.ts';

type Command = readonly [string, ...string[]];

const commands: Readonly<Record<string, (file: string) => Command>> = {
  ts: (file) => [process.execPath, '--import', 'tsx', file],
  mjs: (file) => [process.execPath, file],
  py: (file) => [findPython(), file],
  sh: (file) => (findCurl(), ['sh', file]),
};

describe('what the examples print', () => {
  const host = useLocalHost();
  const router = useLocalHost({ dialect: 'openrouter' });

  it.concurrent.for(shownExamples())('is what the documentation shows of %s', async (file, own) => {
    const commandOf = commands[kindOf(file)];
    if (!commandOf) throw new Error(`${file} is of a kind that nothing here runs.`);
    const { stdout, stderr } = await runExample(commandOf(file), {
      AIMLAPI_API_KEY: KEY,
      AIMLAPI_BASE_URL: host.baseURL,
      OPENROUTER_API_KEY: KEY,
      OPENROUTER_BASE_URL: router.baseURL,
    });
    await own.expect(steadyOutput(stdout + stderr)).toMatchFileSnapshot(outputOf(file));
  });

  it('is kept of examples that are still there', () => {
    const folders = new Set(shownExamples().map((file) => dirname(outputOf(file))));
    const kept = [...folders].flatMap((folder) =>
      readdirSync(folder).flatMap((name) =>
        name.endsWith('.output.txt') ? [`${folder}/${name}`] : [],
      ),
    );
    expect(shownExamples().map(outputOf)).toEqual(expect.arrayContaining(kept));
  });
});
