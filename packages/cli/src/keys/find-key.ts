import { resolve } from 'node:path';
import { UsageError } from '../failure.ts';
import { readTextIfAny } from '../files/read-toml.ts';
import type { Target } from '../target.ts';
import type { FindKey, FoundKey } from './key-source.ts';
import { openKeyStore } from './key-store.ts';
import { runKeyCommand } from './run-key-command.ts';

export const findKey: FindKey = async (target, settings, io) =>
  (await fromPerson(target, settings, io)) ?? fromStore(target.origin, io);

/** What the person says with every call. A project's file must not be what decides where that goes. */
const fromPerson: FindKey = async (target, settings, io) => {
  if (target.source === 'project') return undefined;
  const isHostOfProject = settings.find('host')?.source === 'project';
  const file = settings.get('key-file');
  if (file !== undefined && !isHostOfProject) return fromFile(resolve(io.cwd, file));
  // The variable is the host's own, and the address is the host's or the person's.
  const variable = target.apiKeyEnv;
  const key = variable && io.env[variable]?.trim();
  if (key) return { key, from: variable };
  const command = settings.get('key-cmd');
  // A host whose keys have no variable has none by itself: no password manager is woken for it.
  if (command === undefined || variable === undefined || isHostOfProject) return undefined;
  return { key: await runKeyCommand(command, io), from: 'key-cmd' };
};

async function fromFile(path: string): Promise<FoundKey> {
  const text = await readTextIfAny(path);
  if (text === undefined) throw new UsageError(`The key file ${path} does not exist.`);
  if (text.trim() === '') throw new UsageError(`The key file ${path} is empty.`);
  return { key: text.trim(), from: path };
}

async function fromStore(
  origin: Target['origin'],
  io: Parameters<typeof openKeyStore>[0],
): Promise<FoundKey | undefined> {
  const store = openKeyStore(io);
  const stored = await store.find(origin);
  const key = stored && (await store.get(origin));
  if (!key) return undefined;
  return { key, from: stored.place === 'keychain' ? "the system's keychain" : stored.path };
}
