import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, it } from 'vitest';
import { includeCode } from './include-code.ts';

const folder = mkdtempSync(join(tmpdir(), 'included-'));

beforeAll(() => {
  writeFileSync(join(folder, 'hello.sh'), '#!/bin/sh\necho hello\n');
});

function codeIn(markdown: string) {
  const tree = unified().use(remarkParse).parse(markdown);
  includeCode({ folder })(tree, new VFile({ path: 'page.mdx' }));
  return tree.children[0];
}

describe('a block that names a file', () => {
  it('holds what is in the file, under its name and without its first line for the shell', () => {
    expect(codeIn('```bash file=hello.sh\n```')).toMatchObject({
      lang: 'bash',
      value: 'echo hello',
      meta: 'file=hello.sh title="hello.sh"',
    });
  });

  it('fails the build when the file is not there', () => {
    expect(() => codeIn('```bash file=gone.sh\n```')).toThrow('gone.sh is not in');
  });

  it('fails the build when it has code of its own, which nobody would see', () => {
    expect(() => codeIn('```bash file=hello.sh\necho other\n```')).toThrow('code of its own');
  });

  it('leaves other blocks alone', () => {
    expect(codeIn('```bash\necho other\n```')).toMatchObject({ value: 'echo other', meta: null });
  });
});
