import { testPackage } from '@hermes4/tooling/vitest';

// A limit that only ends what hangs: properties and back-pressure take their time on a busy machine.
export default testPackage({ testTimeout: 60_000 });
