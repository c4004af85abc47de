import { join } from 'node:path';
import { joinFirstLoad } from '@hermes4/tooling/join-first-load';
import { buildPackage, DTS } from '@hermes4/tooling/tsup';

const DOORS = { index: 'src/index.ts', internal: 'src/internal.ts' };
/** What a client loads at once. */
const FIRST = { 'create-hermes': 'src/client/create-hermes.ts' };
/** What is loaded later: entries, because the names of other chunks hold a hash, which no page can compress. */
const LATER = {
  'compile-chat': 'src/client/compile-chat.ts',
  'create-account': 'src/client/account/create-account.ts',
  dialects: 'src/client/dialects.ts',
  parse: 'src/client/parse.ts',
  'read-json-stream': 'src/client/read-json-stream.ts',
  'read-refusal': 'src/client/read-refusal.ts',
  'read-whole': 'src/client/read-whole.ts',
  'run-tool-turns': 'src/client/run-tool-turns.ts',
};
/** What is exported and loaded later besides: as a file that both share, every page would load it. */
const COPIED = {
  'deep-thinking': 'src/encode/deep-thinking.ts',
  'host-profiles': 'src/hosts/host-profiles.ts',
};

export default buildPackage({
  entry: {
    ...DOORS,
    // A file of its own, lest what it shares with code that is loaded later come with the index.
    tool: 'src/client/tool.ts',
    ...FIRST,
    ...LATER,
    ...COPIED,
  },
  dts: { ...DTS, entry: DOORS },
  platform: 'neutral',
  // As package.json says; else the index would import for its effects a file that it needs nothing of.
  treeshake: { moduleSideEffects: false },
  onSuccess: () =>
    joinFirstLoad(join(import.meta.dirname, 'dist'), {
      first: 'create-hermes',
      copied: Object.keys(COPIED),
    }),
});
