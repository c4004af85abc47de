import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generate, TARGET } from './generate.mjs';

it('the pages are those of the site: `pnpm generate` writes them anew', () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(generate());
});
