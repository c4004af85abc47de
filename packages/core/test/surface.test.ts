import { fileURLToPath } from 'node:url';
import { exportNames } from '@hermes4/tooling/export-names';
import ts from 'typescript';
import { expect, test } from 'vitest';

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

test('no public name appears or vanishes unnoticed', () => {
  expect(exportNames(path('../src/index.ts'))).toMatchSnapshot();
});

test('what only Node has does not compile here', () => {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path('../tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    path('..'),
  );
  const stray = path('../src/stray.ts');
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile, fileExists } = host;
  const text = `import { readFileSync } from 'node:fs';\nreadFileSync(process.argv[1] ?? '');\nexport const buffer: unknown = Buffer;\n`;
  host.fileExists = (name) => name === stray || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === stray
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([stray], config.options, host);
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  expect(messages).toEqual([
    expect.stringContaining("'node:fs'"),
    expect.stringContaining("'process'"),
    expect.stringContaining("'Buffer'"),
  ]);
});
