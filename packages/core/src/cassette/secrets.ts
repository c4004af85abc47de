import { joinBytes } from './join-bytes.ts';

/** Shorter words, such as the `EMPTY` of a local server, are no secrets and may stand in any sentence. */
const SHORTEST_SECRET = 8;

const CREDENTIALS = ['authorization', 'proxy-authorization', 'x-api-key', 'api-key'];

/** The keys and tokens that a request carries in its headers. */
export function secretsOf(headers: Headers): string[] {
  // A scheme, such as `Bearer`, is a word like any other.
  return CREDENTIALS.map((name) => (headers.get(name) ?? '').replace(/^\S+\s+/, '')).filter(
    isSecret,
  );
}

/** A text without the secrets: `[key]` stands for each. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return writings(secrets).reduce((rest, secret) => rest.replaceAll(secret, '[key]'), text);
}

/** Takes secrets out of bytes on their way. */
export interface SecretCover {
  /** The bytes that are known to be no part of a secret, or an asterisk for each that is. */
  push(bytes: Uint8Array): Uint8Array;
  /** What was held back. */
  end(): Uint8Array;
}

const NOTHING = new Uint8Array();

/**
 * Covers secrets with asterisks, wherever the bytes are cut. Nothing else changes, neither the bytes nor
 * their number; only an end that could be the beginning of a secret waits for what follows it.
 */
export function coverSecrets(secrets: readonly string[]): SecretCover {
  const patterns = writings(secrets).map((secret) => new TextEncoder().encode(secret));
  let held: Uint8Array = NOTHING;

  return { push, end };

  function push(chunk: Uint8Array): Uint8Array {
    if (patterns.length === 0) return chunk;
    const bytes = patterns.reduce(cover, held.length === 0 ? chunk : joinBytes([held, chunk]));
    const kept = Math.max(...patterns.map((pattern) => begun(bytes, pattern)));
    held = bytes.subarray(bytes.length - kept);
    return bytes.subarray(0, bytes.length - kept);
  }

  function end(): Uint8Array {
    const rest = held;
    held = NOTHING;
    return rest;
  }
}

/** Each secret as it is and as JSON writes it, the longest first: one may begin with another. */
function writings(secrets: readonly string[]): string[] {
  const all = secrets
    .filter(isSecret)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

function isSecret(word: string): boolean {
  return word.length >= SHORTEST_SECRET;
}

function cover(bytes: Uint8Array, pattern: Uint8Array): Uint8Array {
  let covered = bytes;
  for (let at = find(bytes, pattern, 0); at !== -1; at = find(bytes, pattern, at + 1)) {
    // The bytes may still belong to whoever sent them.
    if (covered === bytes) covered = bytes.slice();
    covered.fill(42, at, at + pattern.length);
  }
  return covered;
}

/** Where the pattern, or the beginning of it that the end cuts off, stands next. */
function find(
  bytes: Uint8Array,
  pattern: Uint8Array,
  from: number,
  least = pattern.length,
): number {
  const [first = 0] = pattern;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    const size = Math.min(pattern.length, bytes.length - at);
    if (size < least) return -1;
    let same = 1;
    while (same < size && bytes[at + same] === pattern[same]) same += 1;
    if (same === size) return at;
  }
  return -1;
}

/** How many bytes at the end could be the beginning of the pattern. */
function begun(bytes: Uint8Array, pattern: Uint8Array): number {
  const at = find(bytes, pattern, Math.max(0, bytes.length - pattern.length + 1), 1);
  return at === -1 ? 0 : bytes.length - at;
}
