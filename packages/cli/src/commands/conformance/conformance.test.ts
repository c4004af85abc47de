import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHermes, type HostProfile } from '@hermes4/node';
import type { LocalServerOptions } from '@hermes4/server';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { KEY, openLocalHost } from '../../../test/local-host.ts';
import { type Outcome, runToEnd } from '../../../test/terminal.ts';
import { EXIT } from '../../exit-code.ts';

describe('conformance', () => {
  const home = useHome();

  async function examine(
    args: readonly string[],
    options: LocalServerOptions = {},
  ): Promise<Outcome> {
    const { env } = await openLocalHost(options);
    return runToEnd(['conformance', ...args], { env, home: home.home, cwd: home.cwd });
  }

  it('prints a line for each question, and what they come to', async () => {
    const { exitCode, stdout, stderr } = await examine([]);
    expect(exitCode).toBe(EXIT.ok);
    expect(stdout).toMatch(/^pass {5}models {7}1 listed/m);
    expect(stdout).toMatch(/^pass {5}key {10}refused: 401/m);
    expect(stdout.match(/^(?:pass|differs|fail|unsure) /gm)).toHaveLength(15);
    expect(stderr).toMatch(/14 as documented, 1 that the model did not show/);
    expect(stdout + stderr).not.toContain(KEY);
  });

  it('writes a profile that the client takes', async () => {
    const args = ['--profile', 'host.json', '--only', 'reasoning,tools'];
    const { exitCode } = await examine(args, { dialect: 'inline' });
    expect(exitCode).toBe(EXIT.ok);
    const profile = JSON.parse(readFileSync(join(home.cwd, 'host.json'), 'utf8')) as HostProfile;
    const { chat } = createHermes({ host: profile, apiKey: KEY }, {});
    const { choices } = await chat.completions.create({
      messages: [{ role: 'user', content: 'Hi' }],
      reasoning: true,
    });
    expect(choices[0]?.message.reasoning_content).toMatch(/\w/);
  });

  it('prints one JSON document with --json', async () => {
    const { stdout } = await examine(['--json', '--only', 'models,limits']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      counts: { pass: 2, fail: 0 },
      rows: [{ probe: 'models' }, { probe: 'limits' }],
      profile: { model: 'nousresearch/hermes-4-405b' },
    });
  });

  it('leaves with 8 when something is lost', async () => {
    const { exitCode, stdout } = await examine(['--only', 'usage'], {
      faults: { plan: [{ fault: { fault: 'no-usage' } }] },
    });
    expect(stdout).toMatch(/^fail .*streamed: none/);
    expect(exitCode).toBe(EXIT.partlyFailed);
  });

  it('tells of a wrong key as everywhere, once', async () => {
    const { env } = await openLocalHost();
    const { exitCode, stdout, stderr } = await runToEnd(['conformance'], {
      env: { ...env, AIMLAPI_API_KEY: 'sk-that-nobody-knows' },
      home: home.home,
      cwd: home.cwd,
    });
    expect([exitCode, stdout]).toEqual([EXIT.unauthorized, '']);
    expect(stderr).toContain('401');
  });

  it('names a question that there is not', async () => {
    const { exitCode, stderr } = await examine(['--only', 'color']);
    expect(exitCode).toBe(EXIT.usage);
    expect(stderr).toContain('there is no question color; there are models, whole');
  });
});
