import { join } from 'node:path';
import type * as Preset from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import { apiDocument } from './plugins/api-document/api-document.ts';
import { apiReference } from './plugins/api-reference/api-reference.ts';
import { benchmarkPlots } from './plugins/benchmark-plots/benchmark-plots.ts';
import { withDescription } from './plugins/descriptions/with-description.ts';
import { gatheredPages } from './plugins/gathered-pages/gathered-pages.ts';
import { includeCode } from './plugins/include-code/include-code.ts';
import { markdownTwins } from './plugins/markdown-twins/markdown-twins.ts';
import { playgroundParameters } from './plugins/playground-parameters/playground-parameters.ts';
import { runnableExamples } from './plugins/runnable-examples/runnable-examples.ts';
import { runnerBundles } from './plugins/runner-bundles/runner-bundles.ts';
import { codeColors } from './site/code-colors.ts';
import { footer } from './site/footer.ts';
import { languageHead } from './site/language-head.ts';
import { navbar } from './site/navbar.ts';
import { search } from './site/search.ts';

const examples = join(__dirname, '../examples');

/** Where the site is published. Only absolute links need it: social cards, the sitemap, `llms.txt`. */
const url = process.env['DOCS_URL'] ?? 'http://localhost:3000';

const config: Config = {
  title: 'Hermes 4 toolkit',
  tagline: 'Everything a TypeScript developer needs to build on Hermes 4.',
  favicon: 'img/logo.svg',
  url,
  baseUrl: process.env['DOCS_BASE_URL'] ?? '/',
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  future: { v4: true, faster: true },
  markdown: {
    format: 'detect',
    parseFrontMatter: withDescription,
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
  },
  plugins: [
    languageHead,
    gatheredPages,
    apiDocument,
    markdownTwins,
    runnerBundles,
    playgroundParameters,
    apiReference,
  ],
  themes: [search],
  presets: [
    [
      'classic',
      {
        docs: {
          routeBasePath: '/',
          sidebarPath: './sidebars.ts',
          beforeDefaultRemarkPlugins: [
            [includeCode, { folder: examples }],
            [runnableExamples, { folder: examples }],
          ],
          remarkPlugins: [benchmarkPlots],
        },
        blog: false,
        theme: { customCss: ['./src/css/site.css'] },
        sitemap: { lastmod: null, changefreq: null, priority: null },
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: { respectPrefersColorScheme: true },
    docs: { sidebar: { autoCollapseCategories: true } },
    navbar,
    footer,
    prism: codeColors,
  } satisfies Preset.ThemeConfig,
};

export default config;
