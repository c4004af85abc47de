import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Child, start } from './support/child.ts';
import { HERMES4 } from './support/paths.ts';

const [node, script] = HERMES4;
const LOG_MODULES = new URL('support/log-modules.mjs', import.meta.url).href;

/** Runs the command and tells, when asked, what it has loaded so far: packages by name, built-in ones with `node:`. */
function watch(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hermes4-modules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const log = join(folder, 'log');
  const child: Child = start([node, '--import', LOG_MODULES, script, ...args], {
    env: { ...env, MODULE_LOG: log },
  });
  const loaded = (): string[] => {
    const urls = readFileSync(log, 'utf8').trim().split('\n');
    return [...new Set(urls.map(packageOf))].sort();
  };
  return { child, loaded };
}

function packageOf(url: string): string {
  if (url.startsWith('node:')) return url;
  const [, installed] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  const [, own] = /\/packages\/([^/]+)\//.exec(url) ?? [];
  return installed ?? (own === undefined ? url : `@hermes4/${own}`);
}

function packagesIn(loaded: readonly string[]): string[] {
  return loaded.filter((name) => !name.startsWith('node:'));
}

describe('hermes4 loads', () => {
  it.each([
    ['--version', ['@hermes4/cli']],
    ['--help', ['@hermes4/cli', 'commander']],
  ])('for %s nothing but %j', async (flag, packages) => {
    const { child, loaded } = watch([flag]);
    expect((await child.outcome()).exitCode).toBe(0);
    expect(packagesIn(loaded())).toEqual(packages);
  });

  it.each([[], ['--json'], ['--reasoning'], ['--attach', script]])(
    'for ask %j, before the first word of the answer, the client and nothing beside it',
    async (...args) => {
      // A host that hears the question and never answers.
      const http = createServer().listen(0, '127.0.0.1');
      onTestFinished(() => {
        http.close();
        http.closeAllConnections();
      });
      await once(http, 'listening');
      const { port } = http.address() as AddressInfo;
      const asked = once(http, 'request');
      const env = {
        AIMLAPI_BASE_URL: `http://127.0.0.1:${port}/v1`,
        HERMES4_HISTORY: 'on',
        HOME: tmpdir(),
      };
      const { child, loaded } = watch(['ask', ...args, 'Hi'], env);
      await asked;
      expect(packagesIn(loaded())).toEqual([
        '@hermes4/cli',
        '@hermes4/core',
        '@hermes4/node',
        'commander',
      ]);
      expect(loaded().filter((name) => /sqlite|undici/.test(name))).toEqual([]);
      child.process.kill('SIGINT');
      expect((await child.outcome()).exitCode).toBe(130);
    },
  );
});
