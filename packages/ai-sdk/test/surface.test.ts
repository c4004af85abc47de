import { fileURLToPath } from 'node:url';
import { exportNames } from '@hermes4/tooling/export-names';
import { expect, test } from 'vitest';

test.each(['index', 'v3', 'v2'])('no public name of %s appears or vanishes unnoticed', (entry) => {
  const path = fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url));
  expect(exportNames(path)).toEqual([
    'type HermesCallOptions',
    'type HermesLanguageModel',
    'type HermesMetadata',
    'type HermesModelSettings',
    'type HermesProvider',
    'type HermesProviderOptions',
    'value createHermesProvider',
  ]);
});
