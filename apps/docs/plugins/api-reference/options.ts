import type { PluginOptions } from 'docusaurus-plugin-typedoc';
import type { TypeDocOptions } from 'typedoc';

const PACKAGES = ['core', 'node', 'browser', 'server', 'ai-sdk'];

/** One page for each export of each package, from its doc comments. Made before each build, never committed. */
export const apiReference: Partial<PluginOptions & TypeDocOptions> = {
  out: 'docs/reference/packages',
  entryPointStrategy: 'packages',
  entryPoints: PACKAGES.map((name) => `../../packages/${name}`),
  packageOptions: {
    disableSources: true,
    readme: 'none',
    excludeExternals: true,
    // What a package passes on from core is documented once, with core.
    externalPattern: ['**/node_modules/**', '**/packages/core/dist/**'],
  },
  name: 'Packages',
  readme: 'none',
  excludeScopesInPaths: true,
  router: 'member',
  parametersFormat: 'table',
  interfacePropertiesFormat: 'list',
  useCodeBlocks: true,
  expandObjects: true,
  sanitizeComments: true,
};
