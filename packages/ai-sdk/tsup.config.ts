import { buildPackage } from '@hermes4/tooling/tsup';

export default buildPackage({
  entry: ['src/index.ts', 'src/v3.ts', 'src/v2.ts'],
  platform: 'neutral',
});
