import { join } from 'node:path';
import { joinFirstLoad } from '@hermes4/tooling/join-first-load';
import { buildPackage } from '@hermes4/tooling/tsup';

const CLIENT = 'src/client/create-hermes.ts';
const TEXT = 'src/encode/deep-thinking.ts';

export default buildPackage({
  // tool() has a file of its own, lest what it shares with code that is loaded later come with the index. The other
  // two say what is joined, and what is copied.
  entry: ['src/index.ts', 'src/internal.ts', 'src/client/tool.ts', CLIENT, TEXT],
  platform: 'neutral',
  // As package.json says; else the index would import for its effects a file that it needs nothing of.
  treeshake: { moduleSideEffects: false },
  onSuccess: () =>
    joinFirstLoad(join(import.meta.dirname, 'dist'), { first: CLIENT, copied: TEXT }),
});
