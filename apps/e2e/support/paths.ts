import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The top of the workspace. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const manifest = import.meta.resolve('@hermes4/cli/package.json');
const { bin } = JSON.parse(readFileSync(fileURLToPath(manifest), 'utf8')) as {
  bin: { hermes4: string };
};

/** How to run the built command, as its package declares it. */
export const HERMES4: readonly [string, string] = [
  process.execPath,
  fileURLToPath(new URL(bin.hermes4, manifest)),
];
