import { describe, expect, it } from 'vitest';
import { changelogPage } from './changelog.ts';

const changeset = '---\n"@hermes4/core": minor\n---\n\nStreams can be stopped.\n';
const fix = '---\n"@hermes4/core": patch\n---\n\nA slip is mended.\n';
const log = (name: string, text: string) => ({ name, text: `# @hermes4/${name}\n\n${text}` });

describe('the changelog', () => {
  it('begins with what is not released yet, the larger changes first', () => {
    const page = changelogPage([fix, changeset], []);
    expect(page).toContain('## Not released yet\n\nStreams can be stopped.\n\nA slip is mended.\n');
  });

  it('tells releases newest first, by number and not by text', () => {
    const page = changelogPage(
      [],
      [
        log(
          'core',
          '## 0.10.0\n\n### Minor Changes\n\n- abc1234: Ten.\n\n## 0.9.0\n\n### Minor Changes\n\n- Nine.\n',
        ),
      ],
    );
    expect(page).toContain('## 0.10.0\n\nTen.\n\n## 0.9.0\n\nNine.\n');
  });

  it('tells a change once that several packages have, and no updated dependencies', () => {
    const text =
      '## 1.0.0\n\n### Minor Changes\n\n- abc1234: One.\n\n### Patch Changes\n\n- Updated dependencies [abc1234]\n  - @hermes4/core@1.0.0\n';
    const page = changelogPage([], [log('core', text), log('node', text)]);
    expect(page.match(/One\./g)).toHaveLength(1);
    expect(page).not.toContain('Updated dependencies');
  });

  it('keeps the lists inside a change', () => {
    const text = '## 1.0.0\n\n### Minor Changes\n\n- abc1234: Two things:\n\n  - one\n  - two\n';
    expect(changelogPage([], [log('core', text)])).toContain('Two things:\n\n- one\n- two\n');
  });
});
