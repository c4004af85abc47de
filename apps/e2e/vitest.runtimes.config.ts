import { testPackage } from '@hermes4/tooling/vitest';

export default testPackage({
  include: ['runtimes/*.test.ts'],
  globalSetup: 'runtimes/install.ts',
  // Each starts processes of its own; together they would only wait for each other.
  fileParallelism: false,
  testTimeout: 180_000,
});
