import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../failure.ts';
import type { FindKey, FoundKey } from './key-source.ts';

export const findKey: FindKey = async (target, settings, io) => {
  // An address from a project's file gets no key that was meant for another.
  if (target.source === 'project') return undefined;
  const file = settings.get('key-file');
  if (file !== undefined) return fromFile(resolve(io.cwd, file));
  const variable = target.apiKeyEnv;
  const key = variable && io.env[variable]?.trim();
  return key ? { key, from: variable } : undefined;
};

async function fromFile(path: string): Promise<FoundKey> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The key file ${path} cannot be read: ${error.code ?? error.message}.`);
  });
  if (text.trim() === '') throw new UsageError(`The key file ${path} is empty.`);
  return { key: text.trim(), from: path };
}
