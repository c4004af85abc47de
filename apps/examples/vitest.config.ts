import { testPackage } from '@hermes4/tooling/vitest';

// Child processes start slowly on a busy machine; the limit only ends what hangs.
export default testPackage({ include: ['**/*.test.ts'], testTimeout: 120_000 });
