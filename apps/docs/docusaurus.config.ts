import type * as Preset from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import { themes } from 'prism-react-renderer';
import { footer } from './site/footer.ts';
import { languageHead } from './site/language-head.ts';
import { navbar } from './site/navbar.ts';

/** Where the site is published. Only absolute links need it: social cards, the sitemap, `llms.txt`. */
const url = process.env['DOCS_URL'] ?? 'http://localhost:3000';

const config: Config = {
  title: 'Hermes 4 toolkit',
  tagline: 'Everything a TypeScript developer needs to build on Hermes 4.',
  favicon: 'img/favicon.svg',
  url,
  baseUrl: process.env['DOCS_BASE_URL'] ?? '/',
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  future: { v4: true, faster: true },
  markdown: {
    format: 'detect',
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
  },
  plugins: [languageHead],
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/', sidebarPath: './sidebars.ts', breadcrumbs: true },
        blog: false,
        theme: { customCss: ['./src/css/site.css'] },
        sitemap: { lastmod: null, changefreq: null, priority: null },
      } satisfies Preset.Options,
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar,
    footer,
    prism: {
      theme: themes.github,
      darkTheme: themes.dracula,
      additionalLanguages: ['bash', 'json', 'python'],
    },
  } satisfies Preset.ThemeConfig,
};

export default config;
