import { testPackage } from '@hermes4/tooling/vitest';

export default testPackage({
  fileParallelism: false,
  include: ['{src,plugins,test}/**/*.test.ts'],
});
