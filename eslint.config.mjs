import { existsSync } from 'node:fs';
import tseslint from 'typescript-eslint';

// Biome formats; ESLint is here for the rules that need types, above all the promise rules.
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/*.generated.ts',
      '**/*.mjs',
      '**/*.js',
      '**/tsup.config.ts',
      '**/vitest*.config.ts',
      '**/runtimes/project/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      // Each package lints itself from its own folder: sources and tests have a tsconfig each.
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.node.json', 'tsconfig.test.json'].filter((file) =>
          existsSync(file),
        ),
        tsconfigRootDir: process.cwd(),
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `void` as a type argument reads well in callbacks that return nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // Counts a closure together with the functions inside it, which are what must fit a screen.
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 4],
      'max-params': ['error', 4],
      'no-console': 'error',
      'no-warning-comments': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_$' },
      ],
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test-d.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 800 }],
      'max-params': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
