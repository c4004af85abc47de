import { testPackage } from '@hermes4/tooling/vitest';

export default testPackage({ include: ['{src,plugins,test}/**/*.test.ts'] });
