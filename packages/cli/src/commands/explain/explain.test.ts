import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fakeIo, runToEnd } from '../../../test/terminal.ts';
import { run } from '../../program.ts';
import { pages } from './pages.generated.ts';

describe('hermes4 explain', () => {
  it('lists every code and what happened', async () => {
    const { exitCode, stdout, stderr } = await runToEnd(['explain']);
    expect([exitCode, stderr]).toEqual([0, '']);
    const [heading, ...rows] = stdout.trimEnd().split('\n');
    expect(heading).toMatch(/^Code +What happened$/);
    expect(rows.map((row) => row.split(' ', 1)[0])).toEqual(Object.keys(pages));
    expect(stdout).toMatch(/^rate_limited +Too much was asked at once\.$/m);
  });

  it.each(Object.keys(pages))('gives a pipe the page about %s as Markdown', async (code) => {
    const { exitCode, stdout, stderr } = await runToEnd(['explain', code]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`# \`${code}\`\n`);
    expect(stdout).toContain('## What to do\n');
    // The site's own pages cannot be reached from here.
    expect(stdout).not.toMatch(/\]\((?!https:)/);
  });

  it('sets the page for a terminal', async () => {
    const io = fakeIo({ env: { TERM: 'xterm-256color' } });
    Object.assign(io.stdout, { isTTY: true, columns: 60 });
    let shown = '';
    io.stdout.on('data', (piece: Buffer) => (shown += piece.toString()));
    expect(await run(['explain', 'timed_out'], io)).toBe(0);
    expect(shown).toContain('\x1b[');
    const lines = stripVTControlCharacters(shown).split('\n');
    expect(lines.join('\n')).not.toContain('## What to do');
    expect(lines.join('\n')).toContain('What to do');
  });

  it('names the codes when asked for one that is none', async () => {
    const { exitCode, stdout, stderr } = await runToEnd(['explain', 'constructor']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'There is no error code "constructor". The codes are budget_exceeded,',
    );
  });
});
