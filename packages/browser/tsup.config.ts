import { buildPackage } from '@hermes4/tooling/tsup';

/** What is loaded later. */
const LATER = {
  calls: 'src/chat/calls.ts',
  resumable: 'src/client/resumable.ts',
  stored: 'src/chat/stored.ts',
  ticket: 'src/client/ticket.ts',
};
const files = Object.keys(LATER).map((name) => `${name}.js`);

export default [
  buildPackage({
    entry: ['src/index.ts', 'src/node.ts', 'src/react.ts'],
    platform: 'neutral',
    clean: files.map((file) => `!${file}*`),
    esbuildPlugins: [
      {
        name: 'loaded-later',
        setup({ onResolve }) {
          onResolve({ filter: /^\.\// }, ({ path, kind }) =>
            kind === 'dynamic-import'
              ? { path: path.replace('.ts', '.js'), external: true }
              : undefined,
          );
        },
      },
    ],
  }),
  // Each by itself, with a copy of the little that it shares: in a file between the two, every page would load it.
  buildPackage({ entry: LATER, platform: 'neutral', splitting: false, dts: false, clean: false }),
];
