import { describe, expect, it } from 'vitest';
import { contributingPage } from './contributing.ts';

describe('the contributing guide on the site', () => {
  const page = contributingPage(
    '# Contributing\n\nSee [`request`](packages/core/src/request) and [the web](https://example.com).\n',
  );

  it('has its title from its head, and not twice', () => {
    expect(page).toMatch(/^---\ntitle: Contributing\n/);
    expect(page).not.toContain('# Contributing');
  });

  it('names files of the sources without linking to them', () => {
    expect(page).toContain('See `request` and [the web](https://example.com).');
  });
});
