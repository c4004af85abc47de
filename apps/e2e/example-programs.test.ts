import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { start } from './support/child.ts';
import { openHost } from './support/hosts.ts';
import { HERMES4 } from './support/paths.ts';
import { runTypeScript } from './support/run-typescript.ts';
import { createSayingEngine } from './support/saying-engine.ts';

const KEY = 'sk-test-of-example-programs';
const PROMPT = `It's "quoted", costs $5 \\ and\nhas two lines 🎉`;
const CHOSEN = [
  '--temperature',
  '0.5',
  '--top-p',
  '0.9',
  '--stop',
  "don't",
  '--stop',
  'END',
  '-s',
  'Be brief',
];

/** Runs the program that the command prints, as its reader would. */
async function runPrinted(
  language: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) {
  const printed = await start([...HERMES4, 'example', language, ...args]).outcome();
  expect(printed).toMatchObject({ exitCode: 0, stderr: '' });
  if (language === 'ts') return runTypeScript(printed.stdout, env);
  const folder = mkdtempSync(join(tmpdir(), 'hermes4-example-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = join(folder, language === 'js' ? 'program.mjs' : 'program');
  writeFileSync(program, printed.stdout);
  const runner = { js: process.execPath, python: pythonWithRequests(), curl: 'sh' }[language] ?? '';
  return start([runner, program], { env }).outcome();
}

function pythonWithRequests(): string {
  const candidates = ['python3', '/usr/bin/python3'];
  const python = candidates.find((one) => spawnSync(one, ['-c', 'import requests']).status === 0);
  if (python) return python;
  throw new Error(
    'The Python program needs requests. Install it: apt-get install python3-requests.',
  );
}

describe.each(['ts', 'js', 'python', 'curl'])(
  'the program in %s that hermes4 example prints',
  (language) => {
    it.each([false, true])(
      'asks with the parameters that were chosen, streamed: %s',
      async (isStreamed) => {
        const engine = createSayingEngine('Fine, thank you.');
        const { baseURL } = await openHost({ engine, keys: [KEY] });
        const env = { AIMLAPI_API_KEY: KEY, AIMLAPI_BASE_URL: baseURL };
        const args = [...CHOSEN, ...(isStreamed ? ['--stream'] : []), PROMPT];
        const { exitCode, stdout, stderr } = await runPrinted(language, args, env);
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
        if (language === 'curl')
          expect(stdout).toContain(isStreamed ? 'data: [DONE]' : 'Fine, thank you.');
        else expect(stdout).toBe('Fine, thank you.\n');
        expect(engine.asked).toEqual([['system: "Be brief"', `user: ${JSON.stringify(PROMPT)}`]]);
        expect(engine.requests[0]).toMatchObject({
          temperature: 0.5,
          top_p: 0.9,
          stop: ["don't", 'END'],
        });
      },
    );

    it('ends with the words of a host that refuses the key', async () => {
      const { baseURL } = await openHost({ keys: [KEY] });
      const env = { AIMLAPI_API_KEY: 'sk-wrong-key-for-this', AIMLAPI_BASE_URL: baseURL };
      const { exitCode, stdout, stderr } = await runPrinted(language, ['Hello'], env);
      expect(exitCode).toBeGreaterThan(0);
      expect(stdout + stderr).toContain('This request requires a valid API key.');
    });
  },
);
