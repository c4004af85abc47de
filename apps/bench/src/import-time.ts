import { execFileSync } from 'node:child_process';
import { type Measurement, median } from './measure.ts';

const MODULES = ['@hermes4/core', 'eventsource-parser', 'openai', 'ai'];

/** How much more time a process takes that imports a package than one that imports nothing. */
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

/** The processor time of a process that does this, in milliseconds. */
function run(source: string): number {
  const cwd = new URL('.', import.meta.url);
  const report =
    'const { user, system } = process.cpuUsage(); console.log((user + system) / 1_000)';
  const args = ['--input-type=module', '-e', `${source};${report}`];
  return Number(execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }));
}
