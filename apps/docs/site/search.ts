import type { PluginOptions } from '@easyops-cn/docusaurus-search-local';

/** Search in an index that is built with the site and loaded when the reader first looks for something. */
export const search: [string, Partial<PluginOptions>] = [
  '@easyops-cn/docusaurus-search-local',
  {
    hashed: 'filename',
    docsRouteBasePath: '/',
    indexBlog: false,
    indexPages: true,
    explicitSearchResultPath: true,
    highlightSearchTermsOnTargetPage: false,
    // The hint of the theme is too faint to read.
    searchBarShortcutHint: false,
  },
];
