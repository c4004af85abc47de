import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';

describe('a program made ready to run', () => {
  it('has no types and no imports any more, on the same lines', () => {
    const source =
      "import { tool } from '@hermes4/node';\n\nconst n: number = 1;\nawait tool(n as never);";
    const compiled = compile(source, 'a.ts');
    const { code } = compiled as { code: string };
    expect(code).toContain("require('@hermes4/node')");
    expect(code).not.toContain(': number');
    expect(code.split('\n')).toHaveLength(4);
    expect(code.split('\n')[3]).toContain('await');
  });

  it('knows where it stands', () => {
    const { code } = compile("new URL('b.json', import.meta.url);", 'a.ts') as { code: string };
    expect(code).toContain('new URL(\'b.json\', "file:///a.ts")');
  });

  it('that is JavaScript keeps what only looks like types', () => {
    expect(compile('const a = b < c;', 'a.mjs')).toEqual({
      code: expect.stringContaining('b < c') as string,
    });
  });

  it('is a fault with its line when it cannot be read', () => {
    expect(compile('const a = 1;\nconst = 2;', 'a.ts')).toEqual({
      fault: {
        message: expect.stringMatching(/^SyntaxError: Unexpected token/) as string,
        line: 2,
      },
    });
  });
});
