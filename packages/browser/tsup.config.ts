import { buildPackage } from '@hermes4/tooling/tsup';

export default buildPackage({
  entry: ['src/index.ts', 'src/node.ts', 'src/react.ts'],
  platform: 'neutral',
});
