import { join } from 'node:path';
import { joinFirstLoad } from '@hermes4/tooling/join-first-load';
import { buildPackage } from '@hermes4/tooling/tsup';

/** What a client loads at once. */
const FIRST = { 'create-hermes': 'src/client/create-hermes.ts' };
/** What is exported and loaded later besides: as a file that both share, every page would load it. */
const COPIED = {
  'deep-thinking': 'src/encode/deep-thinking.ts',
  'host-profiles': 'src/hosts/host-profiles.ts',
};

export default buildPackage({
  entry: {
    index: 'src/index.ts',
    internal: 'src/internal.ts',
    // A file of its own, lest what it shares with code that is loaded later come with the index.
    tool: 'src/client/tool.ts',
    ...FIRST,
    ...COPIED,
  },
  platform: 'neutral',
  // As package.json says; else the index would import for its effects a file that it needs nothing of.
  treeshake: { moduleSideEffects: false },
  onSuccess: () =>
    joinFirstLoad(join(import.meta.dirname, 'dist'), {
      first: 'create-hermes',
      copied: Object.keys(COPIED),
    }),
});
