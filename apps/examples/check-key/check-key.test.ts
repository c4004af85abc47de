import { createLocalServer } from '@hermes4/server';
import { type Listening, listen } from '@hermes4/server/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCurl, findPython } from '../test/programs.ts';
import { type Outcome, runExample } from '../test/run-example.ts';

const start = { balance: 5, key: 'sk-local-1234567890', managementKey: 'mk-local-1234567890' };

const languages: readonly (readonly [string, () => readonly [string, ...string[]]])[] = [
  ['TypeScript', () => [process.execPath, '--import', 'tsx', 'check-key/check-key.ts']],
  ['JavaScript', () => [process.execPath, 'check-key/check-key.mjs']],
  ['Python', () => [findPython(), 'check-key/check_key.py']],
];

describe('the check of the key', () => {
  let host: Listening;
  beforeAll(async () => {
    host = await listen(createLocalServer({ account: { start } }), { port: 0 });
  });
  afterAll(() => host.close({ force: true }));

  const run = (command: readonly [string, ...string[]], key = start.key): Promise<Outcome> =>
    runExample(command, { AIMLAPI_API_KEY: key, AIMLAPI_BASE_URL: host.baseURL });

  it.each(languages)('says in %s whether it is enabled and what it may do', async (_, command) => {
    expect(await run(command())).toEqual({
      exitCode: 0,
      stdout:
        'The key sk-local… is enabled.\nIt may be used for everything.\nThe account holds 5.00 USD.\n',
      stderr: '',
    });
  });

  it.each(languages)('says in %s that the host does not know it', async (_, command) => {
    const { exitCode, stdout, stderr } = await run(command(), 'another-key');
    expect(exitCode).toBeGreaterThan(0);
    expect(stdout + stderr).toContain('401');
  });

  it('shows in cURL what the host knows of it', async () => {
    findCurl();
    const { stdout } = await run(['sh', 'check-key/check-key.sh']);
    expect(JSON.parse(stdout)).toMatchObject({ data: { prefix: 'sk-local', disabled: false } });
  });
});
