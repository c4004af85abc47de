import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generate } from './generate.mjs';

test('the generated files are what hermes-4.yaml says', async () => {
  for (const [path, text] of await generate()) {
    expect(readFileSync(path, 'utf8') === text, `${path} is stale: run pnpm generate`).toBe(true);
  }
});
