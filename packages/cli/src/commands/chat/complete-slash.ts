import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { slashes } from './slash/slashes.ts';
import type { Talk } from './take-turn.ts';

const TAKES_FILE = ['attach', 'save', 'export'];

/** What the line that is being typed may go on with, for the Tab key. */
export function completeSlash(line: string, talk: Talk): [string[], string] {
  const [, name = '', space = '', operand = ''] = /^\/(\S*)(\s*)([^]*)$/.exec(line) ?? [];
  if (!line.startsWith('/')) return [[], line];
  if (space === '') {
    const names = slashes.map((slash) => `/${slash.name}`);
    return [names.filter((one) => one.startsWith(line)), line];
  }
  const candidates = TAKES_FILE.includes(name)
    ? filesAt(operand, talk.context.io.cwd)
    : (slashes.find((slash) => slash.name === name)?.complete?.(talk) ?? []);
  return [candidates.filter((one) => one.startsWith(operand)), operand];
}

function filesAt(begun: string, cwd: string): string[] {
  const folder = begun.endsWith('/') ? begun : dirname(begun);
  const start = begun.endsWith('/') ? '' : basename(begun);
  try {
    return readdirSync(resolve(cwd, folder), { withFileTypes: true })
      .filter(({ name }) => name.startsWith(start) && (start !== '' || !name.startsWith('.')))
      .map((entry) => {
        const path =
          folder === '.' && !begun.startsWith('./') ? entry.name : join(folder, entry.name);
        return entry.isDirectory() ? `${path}/` : path;
      });
  } catch {
    // A folder that cannot be read completes nothing.
    return [];
  }
}
