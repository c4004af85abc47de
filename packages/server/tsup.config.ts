import { buildPackage } from '@hermes4/tooling/tsup';

export default buildPackage({
  entry: {
    index: 'src/index.ts',
    gguf: 'src/gguf.ts',
    redis: 'src/redis.ts',
    'node/index': 'src/node/index.ts',
  },
  platform: 'neutral',
  tsconfig: 'tsconfig.node.json',
  external: [/^node:/],
});
