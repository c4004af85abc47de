/** How many characters of a key may be seen. */
const SHOWN = 8;

/** A new key in the hosted API's form: 32 hexadecimal digits, from the platform's secure randomness. */
export function randomKey(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/** What of a key names it. */
export function prefixOf(key: string): string {
  return key.slice(0, SHOWN);
}

/**
 * What of a key is kept. It is looked up whole, so that how long the look-up takes says nothing of a key;
 * a key is random, which is why no salt is needed.
 */
export async function hashOf(key: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
