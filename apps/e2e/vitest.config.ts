import { testPackage } from '@hermes4/tooling/vitest';

export default testPackage({
  // `start` builds: with sources newer than their build, other files would see it half written.
  fileParallelism: false,
  // Builds and child processes are slow on a busy machine; the limits only end what hangs.
  testTimeout: 180_000,
  hookTimeout: 60_000,
});
