import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { type Measurement, median } from './measure.ts';

const MODULES = ['@hermes4/core', 'eventsource-parser', 'openai', 'ai'];

/** How much longer a process takes that imports a package, than one that imports nothing. */
export function importTimes(rounds: number): Promise<Measurement[]> {
  const rows = MODULES.map((name) => {
    const added = Array.from({ length: rounds }, () => {
      const before = run('');
      const own = run(`await import('${name}')`);
      const after = run('');
      return own - (before + after) / 2;
    });
    return { name, ratio: median(added) };
  });
  return Promise.resolve(rows);
}

function run(source: string): number {
  const start = performance.now();
  const cwd = new URL('.', import.meta.url);
  execFileSync(process.execPath, ['--input-type=module', '-e', source], { cwd });
  return performance.now() - start;
}
