import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './measure.ts';
import { FLOOR, subjects } from './memory-subjects.ts';
import type { Column } from './report.ts';

const CHILD = fileURLToPath(new URL('memory-child.ts', import.meta.url));
const LONG_ANSWER = 200;
const ANSWERS = 500;

/** What each client needs for one long answer, and what its answers leave on the heap. */
export async function memoryUse(rounds: number): Promise<Column[]> {
  const names = Object.keys(subjects);
  const peaks = new Map<string, number>();
  const heaps = new Map<string, readonly number[]>();
  for (const name of names) {
    const [peak = 0] = await medians(rounds, () => inProcess('peak', name, LONG_ANSWER));
    peaks.set(name, peak);
    heaps.set(name, await medians(rounds, () => inProcess('kept', name, ANSWERS)));
  }
  const floor = peaks.get(FLOOR) ?? 0;
  const column = (name: string, bytes: (of: string) => number, unit: number): Column => ({
    name,
    rows: names.map((of) => ({ name: of, ratio: bytes(of) / unit })),
  });
  return [
    column('peak of a long answer, MB', (of) => (peaks.get(of) ?? 0) - floor, 1e6),
    column('answer that is kept, kB', (of) => heaps.get(of)?.[0] ?? 0, 1e3),
    column('answer that is gone, kB', (of) => Math.max(0, heaps.get(of)?.[1] ?? 0), 1e3),
  ];
}

/** Measures one client in a process of its own: `peak`, or `kept` and gone, in bytes. */
export async function inProcess(
  scenario: 'peak' | 'kept',
  name: string,
  size: number,
): Promise<number[]> {
  const args = ['--expose-gc', '--import', 'tsx', CHILD, scenario, name, String(size)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as number[];
}

/** Repeats a measurement of several figures, and gives the median of each. */
async function medians(rounds: number, run: () => Promise<number[]>): Promise<number[]> {
  const runs: number[][] = [];
  for (let round = 0; round < rounds; round++) runs.push(await run());
  return (runs[0] ?? []).map((_, index) => median(runs.map((figures) => figures[index] ?? 0)));
}
