import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { foldersOf } from '../files/folders.ts';
import type { Io } from '../io.ts';

/** What a project calls its file. */
export const PROJECT_FILE = 'hermes4.toml';

/** Where the person's own settings are. */
export function userConfigPath(io: Pick<Io, 'env' | 'home'>): string {
  return join(foldersOf(io).config, 'config.toml');
}

/**
 * Finds the file of the project: the nearest `hermes4.toml`, here or above, up to the root of the repository.
 * Outside of one only this folder counts, so that nobody's file in a shared folder is taken for ours.
 */
export async function findProjectConfig(cwd: string): Promise<string | undefined> {
  const folders = foldersUpFrom(cwd);
  const root = await firstWith(folders, '.git');
  const within = root === undefined ? [cwd] : folders.slice(0, folders.indexOf(root) + 1);
  const folder = await firstWith(within, PROJECT_FILE);
  return folder === undefined ? undefined : join(folder, PROJECT_FILE);
}

function foldersUpFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUpFrom(parent)];
}

async function firstWith(folders: readonly string[], name: string): Promise<string | undefined> {
  for (const folder of folders) {
    const isThere = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
  }
  return undefined;
}
