import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Task } from './measure.ts';
import { wholeBody } from './workload.ts';

const HOST = fileURLToPath(new URL('loopback-host.ts', import.meta.url));

/** Lets something be measured that asks a host over a socket of this machine, by the platform's own `fetch`. */
export async function overLoopback<Result>(
  measure: (task: Task) => Promise<Result>,
): Promise<Result> {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const host = spawn(process.execPath, ['--import', 'tsx', HOST], { stdio: [...stdio] });
  try {
    const [address] = (await once(host.stdout, 'data')) as [Buffer];
    const url = String(address).trim();
    return await measure({ text: wholeBody().text, fetch: (_, init) => fetch(url, init) });
  } finally {
    host.kill();
  }
}
