import { testPackage } from '@hermes4/tooling/vitest';

// No module of this package keeps state, so files may share them: a quarter of the time went into loading them anew.
export default testPackage({ isolate: false });
