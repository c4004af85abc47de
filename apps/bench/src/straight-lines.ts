import { hermesParts } from './clients/hermes.ts';
import { hermesArguments, hermesPartials } from './clients/hermes-json.ts';
import { openaiHelper } from './clients/openai.ts';
import { openaiArguments, vercelArguments } from './clients/peers-json.ts';
import { vercelStream } from './clients/vercel.ts';
import type { Contender } from './contender.ts';
import { growingArguments, growingInlineArguments, growingJson } from './json-workload.ts';
import { growth } from './measure.ts';
import type { Column } from './report.ts';
import { oneHugeEvent, taskOf, type Workload } from './workload.ts';

/** What grows, who reads it, and from how many bytes to how many. */
type Line = readonly [string, readonly Contender[], (bytes: number) => Workload, number, number];

const LINES: readonly Line[] = [
  ['one event, 1 to 8 MB', [hermesParts, openaiHelper, vercelStream], oneHugeEvent, 1e6, 8e6],
  [
    'tool arguments, 125 kB to 1 MB',
    [hermesArguments, openaiArguments, vercelArguments],
    growingArguments,
    125e3,
    1e6,
  ],
  [
    'tool arguments inside text, 125 kB to 1 MB',
    [hermesArguments],
    growingInlineArguments,
    125e3,
    1e6,
  ],
  ['a value after each delta, 5 to 320 kB', [hermesPartials], growingJson, 5e3, 320e3],
];

/** How much more a byte costs in a long answer than in a short one, for each client: 1 is a straight line. */
export async function straightLines(rounds: number): Promise<Column[]> {
  const columns = new Map<string, { name: string; ratio: number }[]>();
  for (const [name, contenders, workload, short, long] of LINES) {
    const ends = [taskOf(workload(short)), taskOf(workload(long))] as const;
    for (const { name: contender, ratio } of await growth(contenders, ends, Math.min(rounds, 3))) {
      const [client = ''] = contender.split(',');
      const rows = columns.get(client) ?? [];
      columns.set(client, [...rows, { name, ratio }]);
    }
  }
  return [...columns].map(([name, rows]) => ({ name, rows }));
}
