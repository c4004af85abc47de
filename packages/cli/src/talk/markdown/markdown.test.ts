import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStyles } from '../../styles.ts';
import { createMarkdown } from './markdown.ts';

const plain = createStyles(false);

function set(source: string, { width = 40, styles = plain } = {}): string {
  const markdown = createMarkdown({ styles, width: () => width });
  return markdown.add(source) + markdown.end();
}

/** What stands on the screen after each piece. */
function stages(pieces: readonly string[], width = 40): string[] {
  const markdown = createMarkdown({ styles: plain, width: () => width });
  let shown = '';
  const all = pieces.map((piece) => (shown += markdown.add(piece)));
  return [...all, shown + markdown.end()];
}

const EVERYTHING = `# Title

A paragraph with **bold**, *italic*, \`code\`, ~~gone~~ and a [link](https://a.example), which is long enough to break.
A second line with snake_case, 2 * 3 and 日本語 &amp; more.

1. First
2. Second, with a text that is long enough to need another line
   - nested **one**
   - nested two

- [x] done
- [ ] open

> Quoted *text* that goes on for long enough to be broken
> twice.

\`\`\`ts
const a = 1; // a line of code that is longer than the terminal is wide
if (a) {
}
\`\`\`

| name | size |
| ---- | ---: |
| a    |   10 |
| bb   |    2 |

---

The end.`;

describe('Markdown', () => {
  it('is set for a terminal of 40 columns', () => {
    expect(set(EVERYTHING)).toMatchInlineSnapshot(`
      "Title

      A paragraph with bold, italic, code,
      gone and a link (https://a.example),
      which is long enough to break.
      A second line with snake_case, 2 * 3 and
      日本語 & more.

      1. First
      2. Second, with a text that is long
         enough to need another line
         • nested one
         • nested two

      • [x] done
      • [ ] open

      │ Quoted text that goes on for long
      │ enough to be broken
      │ twice.

        const a = 1; // a line of code that is longer than the terminal is wide
        if (a) {
        }

      name  size
      ────  ────
      a       10
      bb       2

      ────────────────────────────────────────

      The end.
      "
    `);
  });

  it('is set with styles', () => {
    const styles = createStyles(true);
    expect(set('**a** *b* `c d` ~~e~~ [f](https://g.example)', { styles, width: 80 })).toBe(
      '\x1b[1ma\x1b[22m \x1b[3mb\x1b[23m \x1b[36mc d\x1b[39m \x1b[9me\x1b[29m \x1b[4mf\x1b[24m \x1b[2m(https://g.example)\x1b[22m\n',
    );
  });

  it('shows the words of a paragraph as they come, and holds back what may still change', () => {
    expect(stages(['Hello ', 'wor', 'ld and **bo', 'ld** and', ' more', '.'])).toEqual(
      [
        'Hello',
        'Hello',
        'Hello world and',
        'Hello world and bold',
        'Hello world and bold and',
        'Hello world and bold and more.\n',
      ].toSpliced(5, 0, 'Hello world and bold and'),
    );
  });

  it('shows the lines of code as they end', () => {
    expect(stages(['```\na\n', 'b', '\n', '```\n']).slice(0, 3)).toEqual([
      '  a\n',
      '  a\n',
      '  a\n  b\n',
    ]);
  });

  it('shows the items of a list as the next ones begin', () => {
    expect(stages(['- a\n', '- b\n- c'])).toEqual(['', '• a\n• b\n', '• a\n• b\n• c\n']);
  });

  it('follows a terminal that is made narrower', () => {
    let width = 40;
    const markdown = createMarkdown({ styles: plain, width: () => width });
    const before = markdown.add('one two three four five six seven ');
    width = 12;
    expect(before + markdown.add('eight nine ten eleven twelve ') + markdown.end()).toBe(
      'one two three four five six seven\neight nine\nten eleven\ntwelve\n',
    );
  });

  it('cannot steer the terminal', () => {
    expect(set('a\x1b[2Jb\x07 `c\x1b]0;d\x07`')).toBe('a[2Jb c]0;d\n');
  });

  it('is the same however the text is cut, and what was shown stays', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: EVERYTHING.length - 1 }), {
      maxLength: 40,
    });
    const whole = set(EVERYTHING).replace(/\s+/g, ' ');
    fc.assert(
      fc.property(cuts, (places) => {
        const ends = [...places].sort((a, b) => a - b);
        const pieces = [0, ...ends].map((start, index) => EVERYTHING.slice(start, ends[index]));
        const shown = stages(pieces);
        for (const [index, stage] of shown.entries()) {
          expect(shown[index + 1] ?? stage).toSatisfy((next: string) => next.startsWith(stage));
        }
        expect(shown.at(-1)?.replace(/\s+/g, ' ')).toBe(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('never fails, and loses no word, whatever a model writes', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '```\n',
      '[',
      '](x)',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '# ',
      '> ',
      '|',
      '|-|-|\n',
      'word',
      ' ',
      '<b>',
      '\\',
      '---',
      '    ',
      '~~a~~',
      '!',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const shown = stages(pieces).at(-1) ?? '';
        const words = pieces.filter((one) => one === 'word').length;
        expect(shown.split('word').length - 1).toBeGreaterThanOrEqual(words);
      }),
      { numRuns: 500 },
    );
  });
});
