import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/** What a package.json says that a document can rely on. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** The manifest in a folder of the workspace; the top's own without one. */
export function manifestIn(folder = '.'): Manifest {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
}

/** The folder of a package of the workspace. */
export function folderOf(name: string): string {
  const folders = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(ROOT, group)).map((folder) => `${group}/${folder}`),
  );
  const found = folders.find((folder) => {
    const files = readdirSync(join(ROOT, folder));
    return files.includes('package.json') && manifestIn(folder).name === name;
  });
  if (found) return found;
  throw new Error(`The workspace has no package ${name}.`);
}
