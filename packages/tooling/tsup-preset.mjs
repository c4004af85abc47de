import { defineConfig } from 'tsup';

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
    // tsup passes `baseUrl` to the compiler, which TypeScript 6 reports as deprecated.
    dts: { compilerOptions: { ignoreDeprecations: '6.0', noEmit: false } },
    sourcemap: true,
    clean: true,
    treeshake: true,
    splitting: true,
    ...options,
  });
}
