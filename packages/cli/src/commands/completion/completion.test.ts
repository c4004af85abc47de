import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { folderWith } from '../../../test/files.ts';
import { fakeIo, runToEnd } from '../../../test/terminal.ts';
import { createProgram } from '../../program.ts';
import { placesOf } from './places.ts';

async function scriptFor(shell: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runToEnd(['completion', shell]);
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout;
}

/** Runs a shell on a script of its own, with the completions in the file `c`. */
async function inShell(shell: string, script: string): Promise<string> {
  const cwd = folderWith({ c: await scriptFor(shell), 'file.txt': '' });
  const { status, stdout, stderr, error } = spawnSync(shell, ['-c', script], {
    cwd,
    encoding: 'utf8',
  });
  if (error) {
    throw new Error(
      `This test asks ${shell} itself. Install it: apt-get install ${shell}, or brew install ${shell}.`,
    );
  }
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trim();
}

/** What bash offers for a line whose last word is being typed. */
function inBash(...words: string[]): Promise<string> {
  const line = words.map((word) => `'${word}'`).join(' ');
  return inShell(
    'bash',
    `source ./c; COMP_WORDS=(hermes4 ${line}); COMP_CWORD=${words.length}; _hermes4; echo "\${COMPREPLY[*]}"`,
  );
}

describe('completion for bash', () => {
  it.each([
    [['se'], 'serve'],
    [['serve', '--engine', 're'], 'relay replay'],
    [['serve', '--engine', ''], 'sim relay replay gguf'],
    [['ask', '--temp'], '--temperature --template'],
    [['ask', '-a', 'fi'], 'file.txt'],
    [['ask', '-s', ''], ''],
    [['completion', ''], 'bash zsh fish powershell'],
    [['history', 'sh'], 'show'],
    [['ask', '--host', 'op'], 'openrouter'],
  ])('offers for %j: %s', async (words, offered) => {
    const found = (await inBash(...words))
      .split(' ')
      .filter((word) => !/^-/.test(word) || offered.includes('-'));
    expect(found.sort()).toEqual(offered.split(' ').sort());
  });
});

describe('completion for fish', () => {
  it('offers commands, options and their values, with what they do', async () => {
    const offered = await inShell(
      'fish',
      'source ./c; for line in "hermes4 sche" "hermes4 serve --engine rel" "hermes4 history sho"; complete -C $line; end',
    );
    expect(offered.split('\n')).toEqual([
      'schema\tprint the API document, whole or in part',
      'relay\twhat answers',
      expect.stringMatching(/^show\t/) as string,
    ]);
  });
});

describe('completion for zsh', () => {
  it('offers what its function describes', async () => {
    // The function is called as zsh does, with what it would show told instead.
    const script = `
      compdef() { :; }
      _describe() { print -l -- \${choices%%:*}; }
      compadd() { shift; print -l -- "$@"; }
      source ./c
      words=(hermes4 serve --engine ''); CURRENT=4; _hermes4
      words=(hermes4 completion ''); CURRENT=3; _hermes4`;
    const offered = (await inShell('zsh', script)).split('\n');
    expect(offered.slice(0, 4)).toEqual(['sim', 'relay', 'replay', 'gguf']);
    expect(offered).toEqual(
      expect.arrayContaining(['bash', 'zsh', 'fish', 'powershell', '--help']),
    );
  });
});

/** What a parser of PowerShell, which need not be on the machine, makes of a script. */
async function parsePowerShell(script: string): Promise<Node> {
  await Parser.init();
  const grammar = import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  const parser = new Parser().setLanguage(await Language.load(fileURLToPath(grammar)));
  const tree = parser.parse(script);
  if (!tree) throw new TypeError('The parser had no time to parse.');
  return tree.rootNode;
}

describe('completion for PowerShell', () => {
  it('is PowerShell, and names nothing twice in a table, which PowerShell refuses', async () => {
    const script = await scriptFor('powershell');
    expect((await parsePowerShell(script.replace("$prev = ''", "$prev = '"))).hasError).toBe(true);
    const root = await parsePowerShell(script);
    expect(root.hasError).toBe(false);
    const tables = root.descendantsOfType('hash_literal_body');
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      // It takes capitals for small letters.
      const names = table
        .descendantsOfType('hash_entry')
        .map((entry) => entry.child(0)?.text.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('holds every command with its options', async () => {
    const script = await scriptFor('powershell');
    expect(script).toContain("'/serve:--engine' = @('sim', 'relay', 'replay', 'gguf')");
    for (const { path } of placesOf(createProgram(fakeIo(), () => undefined))) {
      expect(script).toContain(`    '${path}' = @(`);
    }
  });
});
