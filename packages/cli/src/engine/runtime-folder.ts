import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GgufRuntime } from '@hermes4/server/gguf';
import { foldersOf } from '../files/folders.ts';
import type { Io } from '../io.ts';

/** What runs model files: tried together with this version of the toolkit. */
export const PACKAGES = { 'node-llama-cpp': '3.22.1', '@huggingface/jinja': '0.5.11' } as const;

/** Where the engine for model files lives: a folder of its own, so that nobody who does not ask for it has it. */
export function runtimeFolder(io: Pick<Io, 'env' | 'home'>): string {
  return join(foldersOf(io).data, 'engine');
}

/** The version of the engine that is installed; `undefined` when none is. */
export async function installedVersion(folder: string): Promise<string | undefined> {
  try {
    const manifest = await readFile(
      join(folder, 'node_modules', 'node-llama-cpp', 'package.json'),
      'utf8',
    );
    return (JSON.parse(manifest) as { version: string }).version;
  } catch {
    return undefined;
  }
}

/** Loads the engine's packages from their folder. */
export async function loadRuntime(folder: string): Promise<GgufRuntime> {
  const load = async <T>(...path: readonly string[]): Promise<T> =>
    (await import(pathToFileURL(join(folder, 'node_modules', ...path)).href)) as T;
  return {
    llama: await load('node-llama-cpp', 'dist', 'index.js'),
    jinja: await load('@huggingface', 'jinja', 'dist', 'index.js'),
  };
}
