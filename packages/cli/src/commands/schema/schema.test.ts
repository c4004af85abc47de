import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runToEnd } from '../../../test/terminal.ts';
import type { ApiDocument } from './part-of.ts';

const source = readFileSync(
  new URL(import.meta.resolve('@hermes4/core/openapi/hermes-4.yaml')),
  'utf8',
);

async function printed(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runToEnd(['schema', ...args]);
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout;
}

/** Every component that a document refers to and does not have. */
function missingFrom(document: ApiDocument): string[] {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)];
  return references
    .map(([, path = '']) => path)
    .filter((path) => {
      const [kind = '', name = ''] = path.split('/');
      return document.components[kind]?.[name] === undefined;
    });
}

describe('hermes4 schema', () => {
  it('prints the API document as it was written', async () => {
    expect(await printed()).toBe(source);
  });

  it('prints it as JSON', async () => {
    expect(JSON.parse(await printed('--format', 'json'))).toEqual(parse(source));
  });

  it.each(Object.keys((parse(source) as ApiDocument).paths))(
    'prints what %s needs, and nothing that it does not',
    async (path) => {
      const part = parse(await printed('--path', path)) as ApiDocument;
      expect(Object.keys(part.paths)).toEqual([path]);
      expect(missingFrom(part)).toEqual([]);
      expect(part.openapi).toBe('3.1.0');
    },
  );

  it('prints what one schema needs', async () => {
    const part = JSON.parse(await printed('--path', 'Balance', '--format', 'json')) as ApiDocument;
    expect(part.paths).toEqual({});
    expect(Object.keys(part.components['schemas'] ?? {})).toContain('Balance');
    expect(Object.keys(part.components['schemas'] ?? {})).not.toContain('ChatCompletion');
    expect(missingFrom(part)).toEqual([]);
  });

  it('lists the paths when there is no such path', async () => {
    const { exitCode, stdout, stderr } = await runToEnd(['schema', '--path', '/v1/chat']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'no schema "/v1/chat". Its paths are /v1/chat/completions, /v1/models',
    );
  });
});
