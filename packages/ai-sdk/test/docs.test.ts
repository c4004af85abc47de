import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const pages = ['README.md', '../../apps/docs/docs/guides/vercel-ai-sdk.md'];
const blocks = pages.flatMap((page) => {
  const text = readFileSync(new URL(page, root), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ''], index) => ({
    name: `${page} ${index + 1}`,
    // The SDK stands in this workspace under the name of its version.
    code: code.replaceAll("'ai'", "'ai-v7'").replaceAll('@hermes4/ai-sdk', '../src/index.ts'),
  }));
});

test('what README and guide show compiles', () => {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(fileURLToPath(new URL('tsconfig.test.json', root)), ts.sys.readFile).config,
    ts.sys,
    fileURLToPath(root),
  );
  const files = new Map(
    blocks.map(({ code }, index) => [fileURLToPath(new URL(`test/shown-${index}.ts`, root)), code]),
  );
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, options, ...rest) => {
    const code = files.get(name);
    return code === undefined
      ? getSourceFile(name, options, ...rest)
      : ts.createSourceFile(name, code, options);
  };
  const program = ts.createProgram([...files.keys()], config.options, host);
  const faults = [...files.keys()].flatMap((name, index) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(
        ({ messageText }) =>
          `${blocks[index]?.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      ),
  );
  expect(blocks.length).toBeGreaterThan(4);
  expect(faults).toEqual([]);
});
