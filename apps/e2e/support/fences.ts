import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/** One fenced block of a document, with the output that the document shows for it. */
export interface Fence {
  /** Where it stands, for the names of tests: `README.md:12`. */
  readonly place: string;
  /** What is written behind the opening fence: `sh`, `ts`. */
  readonly kind: string;
  readonly code: string;
  /** The text block that comes next, if one does. */
  readonly shown: string | undefined;
}

/**
 * All fenced blocks of a document at the top of the workspace; output belongs to the block before it. A block that
 * names a file shows what is in it, and is proved with it, in apps/examples.
 */
export function fencesOf(file: string): Fence[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const fences: Fence[] = [];
  for (const { index, 1: kind = '', 2: code = '' } of source.matchAll(/^```(.*)\n([^]*?)^```$/gm)) {
    if (kind.includes(' file=')) continue;
    const before = fences.at(-1);
    if (kind === 'text' && before && before.shown === undefined) {
      fences[fences.length - 1] = { ...before, shown: code };
    } else {
      const line = source.slice(0, index).split('\n').length;
      fences.push({ place: `${file}:${line}`, kind, code, shown: undefined });
    }
  }
  return fences;
}

/** The targets of all links that lead to files of the workspace. */
export function filesLinkedIn(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const targets = [...source.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return (
    targets
      // What begins with a slash is a page of the site, whose build looks for it.
      .filter((target) => !/^(?:https?:|#|\/)/.test(target))
      .map((target) => target.replace(/#.*$/, ''))
  );
}
