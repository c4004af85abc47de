import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT } from '../exit-code.ts';
import { Failure, UsageError } from '../failure.ts';
import { foldersOf } from '../files/folders.ts';
import { makePrivateFolder } from '../files/private-folder.ts';
import { readTextIfAny } from '../files/read-toml.ts';
import { writeWhole } from '../files/write-file.ts';
import type { Io } from '../io.ts';
import { type Keychain, openKeychain } from './keychain.ts';

/** Where a stored key is. */
export type KeyPlace = 'keychain' | 'file';

/** That there is a key for an origin, without the key. */
export interface StoredKey {
  /** Scheme, name and port of the only host that it is sent to. */
  readonly origin: string;
  readonly place: KeyPlace;
  /** The file that holds the key, or says that the keychain does. */
  readonly path: string;
  /** Whether others on this machine can read the file. */
  readonly isExposed: boolean;
}

/** Keys that the person stored, one for each origin. */
export interface KeyStore {
  /**
   * Stores a key, in the keychain where it can be reached and else in a file that its owner alone can read.
   *
   * @returns Where it is now, and why not in the keychain.
   */
  set(origin: string, key: string): Promise<{ place: KeyPlace; path: string; why?: string }>;
  get(origin: string): Promise<string | undefined>;
  find(origin: string): Promise<StoredKey | undefined>;
  list(): Promise<StoredKey[]>;
  /** Resolves with whether there was one. */
  remove(origin: string): Promise<boolean>;
}

/** What a file holds: the key, or that the keychain has it. That spares most calls the keychain. */
interface Note {
  readonly origin: string;
  readonly place: KeyPlace;
  readonly key?: string;
}

/** Opens the keys of a person. */
export function openKeyStore(
  io: Pick<Io, 'env' | 'home'>,
  open: () => Promise<Keychain | undefined> = openKeychain,
): KeyStore {
  const folder = join(foldersOf(io).data, 'keys');
  const pathOf = (origin: string): string => join(folder, `${encodeURIComponent(origin)}.json`);

  return {
    async set(origin, key) {
      const path = pathOf(origin);
      const why = await tryKeychain(open, (keychain) => keychain.write(origin, key));
      const note: Note =
        why === undefined ? { origin, place: 'keychain' } : { origin, place: 'file', key };
      await makePrivateFolder(folder, 'HERMES4_DATA_DIR');
      await writeWhole(path, `${JSON.stringify(note, null, 2)}\n`, 0o600);
      await chmod(path, 0o600);
      return { place: note.place, path, ...(why !== undefined && { why }) };
    },
    async get(origin) {
      const note = await readNote(pathOf(origin));
      if (note?.place !== 'keychain') return note?.key;
      let key: string | undefined;
      const why = await tryKeychain(open, async (keychain) => {
        key = await keychain.read(origin);
      });
      if (why !== undefined) {
        throw new Failure(
          `The key for ${origin} is in the system's keychain, which cannot be read: ${why}. Unlock it, or store the key again: hermes4 keys set.`,
          EXIT.unauthorized,
        );
      }
      return key;
    },
    find: (origin) => describe(pathOf(origin)),
    async list() {
      const names = await readdir(folder).catch(() => []);
      const found = await Promise.all(
        names
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => describe(join(folder, name))),
      );
      return found.filter((one) => one !== undefined);
    },
    async remove(origin) {
      const note = await readNote(pathOf(origin));
      if (!note) return false;
      if (note.place === 'keychain') {
        const why = await tryKeychain(open, (keychain) => keychain.remove(origin));
        if (why !== undefined) {
          throw new UsageError(
            `The key for ${origin} is in the system's keychain, which cannot be reached: ${why}. Unlock it and try again.`,
          );
        }
      }
      await rm(pathOf(origin), { force: true });
      return true;
    },
  };
}

async function describe(path: string): Promise<StoredKey | undefined> {
  const note = await readNote(path);
  if (!note) return undefined;
  const { mode } = await stat(path);
  const isExposed = note.place === 'file' && process.platform !== 'win32' && (mode & 0o077) !== 0;
  return { origin: note.origin, place: note.place, path, isExposed };
}

async function readNote(path: string): Promise<Note | undefined> {
  const text = await readTextIfAny(path);
  if (text === undefined) return undefined;
  try {
    const note = JSON.parse(text) as Partial<Note> | null;
    if (
      typeof note?.origin === 'string' &&
      path.endsWith(`${encodeURIComponent(note.origin)}.json`)
    ) {
      if (note.place === 'keychain') return { origin: note.origin, place: 'keychain' };
      if (typeof note.key === 'string')
        return { origin: note.origin, place: 'file', key: note.key };
    }
  } catch {
    // What is no JSON is told as what is no key.
  }
  throw new UsageError(`The stored key in ${path} is damaged. Store it again: hermes4 keys set.`);
}

/** Resolves with why the keychain could not do it, or with nothing when it did. */
async function tryKeychain(
  open: () => Promise<Keychain | undefined>,
  use: (keychain: Keychain) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    const keychain = await open();
    if (!keychain) return 'its package @napi-rs/keyring is not installed';
    await use(keychain);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
  }
}
