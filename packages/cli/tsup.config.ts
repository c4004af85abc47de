import { buildPackage } from '@hermes4/tooling/tsup';

export default buildPackage({
  entry: { hermes4: 'src/bin.ts' },
  platform: 'node',
  dts: false,
  // Compiled for each platform, and may be missing.
  external: ['@napi-rs/keyring', '@photostructure/sqlite'],
});
