import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useHome } from '../../test/home.ts';
import { openKeyStore } from './key-store.ts';
import type { Keychain } from './keychain.ts';

const place = useHome();
const ORIGIN = 'https://api.aimlapi.com';
const KEY = 'sk-secret-secret-secret-secret';

const io = (): { home: string; env: Record<string, string> } => ({ home: place.home, env: {} });
const folder = (): string => join(place.home, '.local/share/hermes4/keys');
const onlyFile = (): string => join(folder(), readdirSync(folder())[0] ?? '');

function fakeKeychain(): { held: Map<string, string>; keychain: Keychain } {
  const held = new Map<string, string>();
  return {
    held,
    keychain: {
      read: (name) => Promise.resolve(held.get(name)),
      write: (name, secret) => Promise.resolve(void held.set(name, secret)),
      remove: (name) => Promise.resolve(held.delete(name)),
    },
  };
}

const unreachable = (): Promise<Keychain> =>
  Promise.reject(new Error("Couldn't access platform storage: AccessDenied"));

describe('stored keys', () => {
  it('are in the keychain where there is one, and their file holds no key', async () => {
    const { held, keychain } = fakeKeychain();
    const store = openKeyStore(io(), () => Promise.resolve(keychain));
    expect(await store.set(ORIGIN, KEY)).toMatchObject({ place: 'keychain' });
    expect(held.get(ORIGIN)).toBe(KEY);
    expect(readFileSync(onlyFile(), 'utf8')).not.toContain(KEY);
    expect(await store.get(ORIGIN)).toBe(KEY);
    expect(await store.remove(ORIGIN)).toBe(true);
    expect(held.size).toBe(0);
    expect(await store.list()).toEqual([]);
  });

  it.each<[string, () => Promise<Keychain | undefined>, string]>([
    ['cannot be reached', unreachable, 'AccessDenied'],
    ['is not installed', () => Promise.resolve(undefined), 'not installed'],
  ])('are in a file of their owner alone where the keychain %s', async (_, open, why) => {
    const store = openKeyStore(io(), open);
    expect(await store.set(ORIGIN, KEY)).toEqual({
      place: 'file',
      path: onlyFile(),
      why: expect.stringContaining(why) as string,
    });
    expect([statSync(onlyFile()).mode & 0o777, statSync(folder()).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    expect(await store.get(ORIGIN)).toBe(KEY);
    expect(await store.remove(ORIGIN)).toBe(true);
    expect(await store.remove(ORIGIN)).toBe(false);
  });

  it('belong to one origin, which includes its scheme and port', async () => {
    const store = openKeyStore(io(), unreachable);
    await store.set(ORIGIN, KEY);
    for (const other of ['http://api.aimlapi.com', `${ORIGIN}:8443`, 'https://aimlapi.com']) {
      expect(await store.get(other)).toBeUndefined();
    }
  });

  it('do not follow a file that was copied to another name', async () => {
    const store = openKeyStore(io(), unreachable);
    await store.set(ORIGIN, KEY);
    const copy = join(folder(), `${encodeURIComponent('https://evil.example')}.json`);
    writeFileSync(copy, readFileSync(onlyFile()));
    await expect(store.get('https://evil.example')).rejects.toThrow(`${copy} is damaged`);
  });

  it('are replaced where the keychain is lost, and told when it locks', async () => {
    const { keychain } = fakeKeychain();
    await openKeyStore(io(), () => Promise.resolve(keychain)).set(ORIGIN, KEY);
    const locked = openKeyStore(io(), unreachable);
    await expect(locked.get(ORIGIN)).rejects.toThrow(
      /keychain, which cannot be read.*AccessDenied/,
    );
    await expect(locked.remove(ORIGIN)).rejects.toThrow('Unlock it and try again');
    await locked.set(ORIGIN, 'another');
    expect(await locked.get(ORIGIN)).toBe('another');
  });

  it.skipIf(process.platform === 'win32')('that others can read are told', async () => {
    const store = openKeyStore(io(), unreachable);
    await store.set(ORIGIN, KEY);
    expect(await store.find(ORIGIN)).toMatchObject({ isExposed: false });
    chmodSync(onlyFile(), 0o644);
    expect(await store.find(ORIGIN)).toMatchObject({ isExposed: true });
    await store.set(ORIGIN, KEY);
    expect(await store.find(ORIGIN)).toMatchObject({ isExposed: false });
  });
});
