import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generate, TARGET } from './generate.mjs';

it('the parameters are those of the API document: `pnpm generate` writes them anew', () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(generate());
});
