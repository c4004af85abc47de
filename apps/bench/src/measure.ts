import { performance } from 'node:perf_hooks';
import type { Contender } from './contender.ts';

/** What a contender costs beside the floor. */
export interface Measurement {
  readonly name: string;
  /** The median of its time divided by the floor's, run for run. */
  readonly ratio: number;
}

/** What is measured: one answer, read so many times in a row. */
export interface Task {
  readonly fetch: typeof globalThis.fetch;
  readonly text: string;
  /** How many calls make one run. */
  readonly calls: number;
  readonly rounds: number;
}

/**
 * Times each contender between two runs of the floor, in an order that changes with each round: on a
 * machine that others use, times mean nothing and such ratios do. Every run has to give the whole text.
 */
export async function compare(
  floor: Contender,
  contenders: readonly Contender[],
  task: Task,
): Promise<Measurement[]> {
  const runs = new Map([floor, ...contenders].map((one) => [one, one.create(task.fetch)] as const));
  const ratios = new Map(contenders.map((one) => [one, [] as number[]]));
  const timeOf = async (one: Contender): Promise<number> => time(runs.get(one), task, one.name);

  for (const one of runs.keys()) await timeOf(one);
  for (let round = 0; round < task.rounds; round++) {
    for (const one of shuffled(contenders, round)) {
      const before = await timeOf(floor);
      const own = await timeOf(one);
      const after = await timeOf(floor);
      ratios.get(one)?.push((2 * own) / (before + after));
    }
  }
  return contenders.map((one) => ({ name: one.name, ratio: median(ratios.get(one) ?? []) }));
}

async function time(
  run: (() => Promise<string>) | undefined,
  { text, calls }: Task,
  name: string,
): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  for (let call = 0; call < calls; call++) {
    if ((await run?.()) !== text) throw new Error(`${name} did not give the whole text.`);
  }
  return performance.now() - start;
}

/** The middle one; half of the values are not above it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Another order for each round, the same in each run of the program. */
function shuffled<Item>(items: readonly Item[], round: number): Item[] {
  const start = round % Math.max(1, items.length);
  const turned = [...items.slice(start), ...items.slice(0, start)];
  return round % 2 === 0 ? turned : turned.reverse();
}
