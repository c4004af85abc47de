import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { start } from '../support/child.ts';

const manifest = fileURLToPath(new URL('package.json', import.meta.url));
const core = dirname(fileURLToPath(import.meta.resolve('@hermes4/core/package.json')));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hermes4-nodes-'));
  await copyFile(manifest, join(folder, 'package.json'));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  await promisify(execFile)('npm', ['install', ...flags], { cwd: folder });
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(['22', '24'])(
  "core's own tests pass on Node %s",
  async (major) => {
    const name = `node${major}-${process.platform}-${process.arch}`;
    const node = join(folder, 'node_modules', name, 'bin', 'node');
    const { stdout: version } = await start([node, '--version']).outcome();
    expect(version).toMatch(new RegExp(`^v${major}\\.`));
    const vitest = join(core, 'node_modules', 'vitest', 'vitest.mjs');
    const suite = start([node, vitest, 'run', '--no-color'], { cwd: core });
    const { exitCode, stdout, stderr } = await suite.outcome();
    expect(exitCode, stdout + stderr).toBe(0);
  },
  900_000,
);
