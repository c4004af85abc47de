import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { openHistory } from './open-history.ts';
import { loadSqlite } from './sqlite-driver.ts';

const WRITER = fileURLToPath(new URL('../../test/history-writer.ts', import.meta.url));
// Within the package, so that the process finds the package's dependencies.
const BUILT = fileURLToPath(
  new URL('../../node_modules/.cache/history-writer.mjs', import.meta.url),
);
const AT_ONCE = 4;
const ROUNDS = 25;

it('holds every finished exchange, and opens, after 100 writers were killed in the middle of it', async () => {
  await build({
    entryPoints: [WRITER],
    outfile: BUILT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const folder = mkdtempSync(join(tmpdir(), 'hermes4-killed-'));
  const path = join(folder, 'history.db');
  try {
    const finished: string[] = [];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, writer) => {
        for (let round = 0; round < ROUNDS; round += 1) {
          finished.push(...(await writeUntilKilled(path, `w${writer}r${round}`, 1 + (round % 5))));
        }
      }),
    );

    const history = await openHistory(path);
    const held = new Map([...history.all()].map((one) => [one.id, one]));
    expect(finished.length).toBeGreaterThanOrEqual(AT_ONCE * ROUNDS);
    for (const line of finished) {
      const [id, name, turn] = line.split(' ');
      expect(held.get(Number(id))?.answer.content).toBe(`An answer to ${name} ${turn}`);
      expect(history.search(`"${name} ${turn}"`, 1)[0]?.id).toBe(Number(id));
    }
    history.close();
    const db = (await loadSqlite()).open(path);
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    db.exec("INSERT INTO words (words) VALUES ('integrity-check')");
    db.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Lets a process write until it has said so a few times, and kills it while it writes the next. */
async function writeUntilKilled(path: string, name: string, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [BUILT, path, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  // A line that the kill cut in two says nothing.
  return said.filter((line) => /^\d+ \w+ \d+$/.test(line));
}
