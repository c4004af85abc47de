import { median } from '../measure.ts';
import { measure, type Served } from './calls.ts';
import { type Gateway, startGateways } from './gateways.ts';

// Each round calls every gateway in turn, so that what else the machine does falls on all of them.
const rounds = Number(process.argv[2] ?? 5);
const { gateways, stop } = await startGateways();
try {
  for (const [title, stream, calls] of [
    ['whole answers', false, 2_000],
    ['streams of 200 chunks', true, 300],
  ] as const) {
    console.log(
      `\n| ${title} | calls per second | of the host's | added latency |\n|---|--:|--:|--:|`,
    );
    const runs = await runsOf(gateways, (gateway) => measure(gateway, stream, calls));
    const [direct] = runs.values();
    for (const [{ name }, served] of runs) console.log(rowOf(name, served, direct ?? []));
  }
} finally {
  stop();
}

async function runsOf(
  all: readonly Gateway[],
  run: (gateway: Gateway) => Promise<Served>,
): Promise<Map<Gateway, Served[]>> {
  const runs = new Map<Gateway, Served[]>(all.map((gateway) => [gateway, []]));
  for (const gateway of all) await run(gateway);
  for (let round = 0; round < rounds; round++) {
    for (const gateway of all) runs.get(gateway)?.push(await run(gateway));
  }
  return runs;
}

function rowOf(name: string, served: readonly Served[], direct: readonly Served[]): string {
  const rate = median(served.map(({ perSecond }) => perSecond));
  const part = median(served.map((one, round) => one.perSecond / (direct[round]?.perSecond ?? 1)));
  const added = median(served.map((one, round) => one.latencyMs - (direct[round]?.latencyMs ?? 0)));
  return `| ${name} | ${rate.toFixed(0)} | ${(100 * part).toFixed(0)} % | ${added.toFixed(2)} ms |`;
}
