import type { AsyncEntry } from '@napi-rs/keyring';

/** The system's own store of secrets: Keychain, Credential Manager, Secret Service. */
export interface Keychain {
  /** Resolves with the secret; with nothing when none is kept under this name. */
  read(name: string): Promise<string | undefined>;
  write(name: string, secret: string): Promise<void>;
  /** Resolves with whether there was one. */
  remove(name: string): Promise<boolean>;
}

const SERVICE = 'hermes4';

/**
 * Opens the keychain; its package, compiled for each platform and optional, is loaded here and nowhere else. What
 * cannot be reached, as on a server without a desktop, rejects when it is used.
 *
 * @returns Nothing when the package is not there.
 */
export async function openKeychain(): Promise<Keychain | undefined> {
  const keyring = await import('@napi-rs/keyring').catch(() => undefined);
  if (!keyring) return undefined;
  // Without a Secret Service the package would fall back to the kernel's keyring, which forgets.
  const options = { linux: { store: 'secret-service' } } as const;
  const entry = (name: string): AsyncEntry => new keyring.AsyncEntry(SERVICE, name, options);
  return {
    read: async (name) => (await entry(name).getPassword()) ?? undefined,
    write: (name, secret) => entry(name).setPassword(secret),
    remove: (name) => entry(name).deleteCredential(),
  };
}
