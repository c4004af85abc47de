import { setImmediate } from 'node:timers/promises';
import type { ReadAnswer } from './memory-subjects.ts';
import { fetchOf, inPieces, longStream, type Workload } from './workload.ts';

const [scenario, name = '', size = ''] = process.argv.slice(2);
const figures = scenario === 'peak' ? await peak(Number(size)) : await kept(Number(size));
console.log(JSON.stringify(figures));

/** The most that this process ever had, after one answer of so many times 250 chunks. */
async function peak(times: number): Promise<number[]> {
  await (await reader(longStream(times)))();
  // Node counts in kilobytes.
  return [process.resourceUsage().maxRSS * 1_024];
}

/** What an answer of 200 chunks leaves on the heap: while it is kept, and when it is gone. */
async function kept(answers: number): Promise<number[]> {
  const read = await reader(inPieces(200, 65_536));
  // Compiled code and caches come first.
  await readMany(read, answers);
  const before = await heap();
  await readMany(read, answers);
  const dropped = await heap();
  const held = await readMany(read, answers);
  const after = await heap();
  return [(after - dropped) / held.length, (dropped - before) / answers];
}

/** Loaded here, so that a process holds nothing before it is asked. */
async function reader(workload: Workload): Promise<ReadAnswer> {
  const { subjects } = await import('./memory-subjects.ts');
  const subject = subjects[name];
  if (subject) return subject(fetchOf(workload));
  throw new Error(`There is no client called ${name}.`);
}

async function readMany(read: ReadAnswer, count: number): Promise<unknown[]> {
  const answers = [];
  for (let index = 0; index < count; index++) answers.push(await read());
  return answers;
}

/** What is in use once everything has gone that can. */
async function heap(): Promise<number> {
  for (let pass = 0; pass < 3; pass++) {
    await setImmediate();
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}
