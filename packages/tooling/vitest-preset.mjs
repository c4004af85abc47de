import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const SEED_PROPERTIES = fileURLToPath(new URL('./seed-properties.mjs', import.meta.url));

/**
 * One test configuration for every package: tests stand beside the source, a `.only` or a stray
 * rejection fails the run, and nothing is retried.
 *
 * @param {import('vitest/node').InlineConfig} [options] What a package needs on top.
 * @returns {import('vitest/config').ViteUserConfig}
 */
export function testPackage(options = {}) {
  return defineConfig({
    test: {
      include: ['{src,test,openapi,pages}/**/*.test.ts', '*.test.ts'],
      allowOnly: false,
      retry: 0,
      // Far beyond what any test takes: it ends a hang, and says nothing about speed.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      setupFiles: [SEED_PROPERTIES],
      restoreMocks: true,
      unstubEnvs: true,
      ...options,
    },
  });
}
