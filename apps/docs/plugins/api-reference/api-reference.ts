import type { LoadContext } from '@docusaurus/types';
import typedoc, { type PluginOptions } from 'docusaurus-plugin-typedoc';
import type { TypeDocOptions } from 'typedoc';

const PACKAGES = ['core', 'node', 'browser', 'server', 'ai-sdk'];

const OPTIONS: Partial<PluginOptions & TypeDocOptions> = {
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
  router: 'module',
  // A package whose one entry is `index` would have two pages of that name.
  entryFileName: 'overview',
  // Two names can make one anchor, so each heading is given its own.
  useCustomAnchors: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'list',
  useCodeBlocks: true,
  expandObjects: true,
  sanitizeComments: true,
};

/** One page for each entry of each package, from its doc comments. Made before each build, never committed. */
export async function apiReference(context: LoadContext) {
  // As a function, because the options of a plugin that is named are sent to every reader with every page.
  const { name } = await typedoc(context, OPTIONS);
  return { name };
}
