import { buildPackage } from '@hermes4/tooling/tsup';

/** What is loaded later: each a file by itself, because every page would load one that it shares with the rest. */
const LATER = {
  calls: 'src/chat/calls.ts',
  resumable: 'src/client/resumable.ts',
  stored: 'src/chat/stored.ts',
  ticket: 'src/client/ticket.ts',
};

export default [
  buildPackage({
    entry: ['src/index.ts', 'src/node.ts', 'src/react.ts'],
    platform: 'neutral',
    // Both are built at the same time.
    clean: Object.keys(LATER).map((name) => `!${name}.js*`),
    esbuildPlugins: [
      {
        name: 'loaded-later',
        setup({ onResolve }) {
          onResolve({ filter: /^\.\// }, ({ path, kind }) => {
            if (kind !== 'dynamic-import') return undefined;
            return { path: path.replace(/ts$/, 'js'), external: true };
          });
        },
      },
    ],
  }),
  buildPackage({ entry: LATER, platform: 'neutral', splitting: false, dts: false, clean: false }),
];
