import { testPackage } from '@hermes4/tooling/vitest';

export default testPackage();
