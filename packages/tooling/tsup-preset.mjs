import { defineConfig } from 'tsup';

/** tsup passes `baseUrl` to the compiler, which TypeScript 6 reports as deprecated. */
export const DTS = { compilerOptions: { ignoreDeprecations: '6.0', noEmit: false } };

/**
 * One build for every package: ES modules, types and sourcemaps.
 *
 * @param {import('tsup').Options} options What differs: the entries, and the platform.
 * @returns {ReturnType<typeof defineConfig>}
 */
export function buildPackage(options) {
  return defineConfig({
    format: ['esm'],
    target: 'es2022',
    dts: DTS,
    sourcemap: true,
    clean: true,
    treeshake: true,
    splitting: true,
    ...options,
  });
}
