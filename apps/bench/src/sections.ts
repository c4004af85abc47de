import { bundleSizes } from './bundle-size.ts';
import { eventsourceParser } from './clients/eventsource.ts';
import { floorCall, floorStream } from './clients/floor.ts';
import { hermesCall, hermesChunks, hermesParts } from './clients/hermes.ts';
import { hermesJson, hermesPartials } from './clients/hermes-json.ts';
import { openaiCall, openaiChunks, openaiHelper } from './clients/openai.ts';
import { vercelPartials } from './clients/peers-json.ts';
import { vercelCall, vercelStream } from './clients/vercel.ts';
import { importTimes } from './import-time.ts';
import { growingJson } from './json-workload.ts';
import { overLoopback } from './loopback.ts';
import { compare } from './measure.ts';
import { memoryUse } from './memory.ts';
import type { Column } from './report.ts';
import { straightLines } from './straight-lines.ts';
import { inPieces, oneEventEach, oneHugeEvent, taskOf, wholeAnswer } from './workload.ts';

/** One table, under the heading that it has in the docs. */
export interface Section {
  readonly heading: string;
  /** What its figures are. */
  readonly unit: string;
  readonly digits: number;
  readonly measure: (rounds: number) => Promise<Column[]>;
}

const readers = [
  hermesChunks,
  hermesParts,
  eventsourceParser,
  openaiChunks,
  openaiHelper,
  vercelStream,
];

/** Everything that is measured, in the order of the docs. */
export const sections: readonly Section[] = [
  { heading: 'Streaming', unit: 'ratio to the floor', digits: 2, measure: streaming },
  {
    heading: 'Values that grow',
    unit: 'ratio to the same stream',
    digits: 2,
    measure: partialValues,
  },
  { heading: 'Straight lines', unit: 'per byte', digits: 2, measure: straightLines },
  { heading: 'One whole call', unit: 'ratio to the floor', digits: 2, measure: wholeCall },
  { heading: 'Memory', unit: 'client', digits: 1, measure: memoryUse },
  { heading: 'Bundle for the browser', unit: 'kB', digits: 1, measure: bundleSizes },
  {
    heading: 'Importing',
    unit: 'ms',
    digits: 0,
    measure: async (rounds) => [{ name: 'import', rows: await importTimes(rounds) }],
  },
];

async function streaming(rounds: number): Promise<Column[]> {
  const chunks = 50_000;
  const workloads = [
    ['one event per network chunk', oneEventEach(chunks)],
    ['64 KiB network chunks', inPieces(chunks, 65_536)],
    ['7-byte network chunks', inPieces(chunks / 25, 7)],
  ] as const;
  const columns: Column[] = [];
  for (const [name, workload] of workloads) {
    columns.push({ name, rows: await compare(floorStream, readers, taskOf(workload), rounds) });
  }
  // Beside a decoder, because the floor is not linear on one large event.
  const huge = taskOf(oneHugeEvent(8_000_000));
  const rows = await compare(eventsourceParser, readers, huge, Math.min(rounds, 3));
  return [...columns, { name: 'one event of 8 MB', rows }];
}

async function partialValues(rounds: number): Promise<Column[]> {
  const answer = taskOf(growingJson(40_000));
  const rows = [
    ...(await compare(hermesJson, [hermesPartials], { ...answer, calls: 10 }, rounds)),
    ...(await compare(vercelStream, [vercelPartials], answer, Math.min(rounds, 3))),
  ];
  return [{ name: 'with values', rows }];
}

async function wholeCall(rounds: number): Promise<Column[]> {
  const callers = [hermesCall, openaiCall, vercelCall];
  const task = { ...wholeAnswer(), calls: 10_000 };
  const overSocket = await overLoopback((host) =>
    compare(floorCall, callers, { ...host, calls: 2_000 }, rounds),
  );
  return [
    { name: 'over a socket', rows: overSocket },
    { name: 'at once', rows: await compare(floorCall, callers, task, rounds) },
  ];
}
