import { buildPackage } from '@hermes4/tooling/tsup';

export default buildPackage({ entry: { hermes4: 'src/bin.ts' }, platform: 'node', dts: false });
