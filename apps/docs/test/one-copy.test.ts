import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const fromSite = createRequire(import.meta.url);
const fromPreset = createRequire(fromSite.resolve('@docusaurus/preset-classic'));
const fromTheme = createRequire(fromPreset.resolve('@docusaurus/theme-classic'));

// A second copy, which a dependency more or less can bring, is another React context: every page then fails.
it.each([
  '@docusaurus/theme-common',
  '@docusaurus/plugin-content-docs/client',
  'react',
  'react-dom',
])('There is one copy of %s for the site and its theme', (name) => {
  expect(fromTheme.resolve(name)).toBe(fromSite.resolve(name));
});
