import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from '../measure.ts';
import { withTable } from '../report.ts';
import { measure, type Served } from './calls.ts';
import { type Gateway, startGateways } from './gateways.ts';

const DOCUMENT = new URL('../../../docs/docs/contributing/relay-benchmarks.md', import.meta.url);

const { values } = parseArgs({
  options: {
    // Each round calls every gateway in turn, so that what else the machine does falls on all of them.
    rounds: { type: 'string', default: '7' },
    // Puts the tables into the docs.
    write: { type: 'boolean', default: false },
  },
});
const { gateways, stop } = await startGateways();
try {
  for (const [heading, stream, calls] of [
    ['Whole answers', false, 2_000],
    ['Streams of 200 chunks', true, 300],
  ] as const) {
    const runs = await runsOf(gateways, (gateway) => measure(gateway, stream, calls));
    publish(heading, tableOf(runs));
  }
} finally {
  stop();
}

function publish(heading: string, table: string): void {
  console.log(`## ${heading}\n\n${table}\n`);
  if (!values.write) return;
  writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), heading, table));
}

async function runsOf(
  all: readonly Gateway[],
  run: (gateway: Gateway) => Promise<Served>,
): Promise<Map<Gateway, Served[]>> {
  const runs = new Map<Gateway, Served[]>(all.map((gateway) => [gateway, []]));
  for (const gateway of all) await run(gateway);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const gateway of all) runs.get(gateway)?.push(await run(gateway));
  }
  return runs;
}

function tableOf(runs: ReadonlyMap<Gateway, readonly Served[]>): string {
  const [direct] = runs.values();
  const rows = [...runs].map(([{ name }, served]) => rowOf(name, served, direct ?? []));
  const header = '| | calls per second | of the host’s | added latency |';
  return [header, '|---|--:|--:|--:|', ...rows].join('\n');
}

function rowOf(name: string, served: readonly Served[], direct: readonly Served[]): string {
  const rate = median(served.map(({ perSecond }) => perSecond));
  const part = median(served.map((one, round) => one.perSecond / (direct[round]?.perSecond ?? 1)));
  const added = median(served.map((one, round) => one.latencyMs - (direct[round]?.latencyMs ?? 0)));
  return `| ${name} | ${rate.toFixed(0)} | ${(100 * part).toFixed(0)} % | ${added.toFixed(2)} ms |`;
}
