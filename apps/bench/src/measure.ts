import type { Contender } from './contender.ts';

/** What a contender costs beside something else. */
export interface Measurement {
  readonly name: string;
  /** The median of its time divided by the other's, run for run. */
  readonly ratio: number;
}

/** What is measured: one answer, read so many times in a row. */
export interface Task {
  readonly fetch: typeof globalThis.fetch;
  readonly text: string;
  /** How many calls make one run. @defaultValue 1 */
  readonly calls?: number | undefined;
}

/** Something that takes time. */
type Run = () => Promise<void>;

/** Two runs of which one is measured by the other. */
interface Pair {
  readonly name: string;
  readonly base: Run;
  readonly own: Run;
}

/** Times each contender between two runs of the floor. */
export function compare(
  floor: Contender,
  contenders: readonly Contender[],
  task: Task,
  rounds: number,
): Promise<Measurement[]> {
  const base = runOf(floor, task);
  const pairs = contenders.map((one) => ({ name: one.name, base, own: runOf(one, task) }));
  return ratios(pairs, rounds);
}

/**
 * Times one large answer beside as much in small ones: 1 is a straight line, and a square is the factor
 * between the two.
 */
export function growth(
  contenders: readonly Contender[],
  [small, large]: readonly [Task, Task],
  rounds: number,
): Promise<Measurement[]> {
  const calls = Math.round(large.text.length / small.text.length);
  const pairs = contenders.map((one) => ({
    name: one.name,
    base: runOf(one, { ...small, calls }),
    own: runOf(one, large),
  }));
  return ratios(pairs, rounds);
}

/** Work that fails unless every answer is whole. */
function runOf({ name, create }: Contender, { fetch, text, calls = 1 }: Task): Run {
  const read = create(fetch);
  return async () => {
    for (let call = 0; call < calls; call++) {
      if ((await read()) !== text) throw new Error(`${name} did not give the whole text.`);
    }
  };
}

/**
 * Times each run between two of its base, in an order that changes with each round: on a machine that
 * others use, times mean nothing and such ratios do. What others left behind is collected first; as that
 * takes compiled code with it that nobody holds just then, a run that does not count comes between.
 */
async function ratios(pairs: readonly Pair[], rounds: number): Promise<Measurement[]> {
  const found = new Map(pairs.map((pair) => [pair, [] as number[]]));
  for (const run of new Set(pairs.flatMap(({ base, own }) => [base, own]))) await run();
  for (let round = 0; round < rounds; round++) {
    for (const pair of shuffled(pairs, round)) {
      globalThis.gc?.();
      await pair.own();
      const before = await timeOf(pair.base);
      const own = await timeOf(pair.own);
      const after = await timeOf(pair.base);
      found.get(pair)?.push((2 * own) / (before + after));
    }
  }
  return pairs.map((pair) => ({ name: pair.name, ratio: median(found.get(pair) ?? []) }));
}

/** Processor time: others on the machine hardly lengthen it, and a host in another process adds nothing to it. */
async function timeOf(run: Run): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
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
