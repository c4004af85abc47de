import { testPackage } from '@hermes4/tooling/vitest';

export default testPackage({
  // A limit that only ends what hangs: properties and back-pressure take their time on a busy machine.
  testTimeout: 60_000,
  // No module of this package keeps state, so files may share them: half of the time went into loading them anew.
  isolate: false,
});
