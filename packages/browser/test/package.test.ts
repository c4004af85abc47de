import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as core from '@hermes4/core';
import { describe, expect, it } from 'vitest';
import * as browser from '../src/index.ts';
import * as react from '../src/react.ts';

const run = promisify(execFile);

/** What a program of Node says that imports something, with the conditions of another platform if need be. */
function importing(name: string, ...conditions: readonly string[]): Promise<string> {
  return running(
    `import { createHermes } from '${name}'; console.log(typeof createHermes)`,
    conditions,
  );
}

async function running(code: string, conditions: readonly string[] = []): Promise<string> {
  const flags = conditions.map((condition) => `--conditions=${condition}`);
  const { stdout, stderr } = await run('node', [...flags, '--input-type=module', '-e', code]).catch(
    // A program that fails has said something, too.
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  return `${stdout}${stderr}`;
}

describe('the package', () => {
  it('exports everything that core does, with a client of its own', () => {
    const { createHermes, ...others } = core;
    expect(browser).toMatchObject(others);
    expect(browser.createHermes).not.toBe(createHermes);
    expect(
      Object.keys(browser)
        .filter((name) => !(name in core))
        .sort(),
    ).toEqual([
      'createChat',
      'fileFromBlob',
      'indexedDbStorage',
      'memoryStorage',
      'pageFrames',
      'reasoningOf',
      'textOf',
    ]);
  });

  it('has all of it beside the hooks, too, for components that a server renders', () => {
    expect(react).toMatchObject(browser);
    expect(
      Object.keys(react)
        .filter((name) => !(name in browser))
        .sort(),
    ).toEqual(['useChat', 'useCompletion']);
  });

  it.each([
    ['@hermes4/browser', browser],
    ['@hermes4/browser/react', react],
  ])('has as %s, once it is built, every name of its source', async (name, source) => {
    const code = `console.log(Object.keys(await import('${name}')).sort().join())`;
    expect((await running(code, ['browser'])).trim()).toBe(Object.keys(source).sort().join());
  });

  it('says under Node what to use there', async () => {
    for (const name of ['createHermes', 'tool']) {
      const said = await running(`import { ${name} } from '@hermes4/browser'; ${name}()`);
      expect(said).toContain('Use @hermes4/node for a program');
    }
  });

  it('is for the hooks at home under Node, where pages are rendered', async () => {
    expect(await importing('@hermes4/browser/react')).toBe('function\n');
  });

  it.each(['workerd', 'edge-light', 'browser'])(
    'works under the condition %s',
    async (condition) => {
      expect(await importing('@hermes4/browser', condition)).toBe('function\n');
    },
  );
});
