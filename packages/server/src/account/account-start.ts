import { HermesError } from '@hermes4/core';
import { CREDITS_PER_USD } from '../prices.ts';
import { prefixOf } from './key-secret.ts';

/** How an account begins. It says nothing to an account that its store holds already. */
export interface AccountStart {
  /** What is on it, in US dollars. @defaultValue 10 */
  readonly balance?: number | undefined;
  /**
   * An enabled key for everything but managing keys: at least 16 visible ASCII characters, of which the
   * first 8 are its public name.
   *
   * @defaultValue a random one
   */
  readonly key?: string | undefined;
  /** A key that manages the others, in the same form. @defaultValue a random one */
  readonly managementKey?: string | undefined;
}

/** The keys of a new account. They are told here and never again: the store keeps their hashes only. */
export type FirstKeys = Required<Readonly<Record<'key' | 'managementKey', string>>>;

/**
 * Fills in what a start leaves open.
 *
 * @throws HermesError `invalid_options` for one that cannot be made.
 */
export function checkedStart(
  { balance = 10, key, managementKey }: AccountStart,
  newKey: () => string,
): FirstKeys & { readonly balance: number } {
  const keys = { key: key ?? newKey(), managementKey: managementKey ?? newKey() };
  for (const [name, secret] of Object.entries(keys)) {
    if (!/^[!-~]{16,}$/.test(secret))
      throw invalid(name, 'at least 16 visible ASCII characters without blanks');
  }
  if (prefixOf(keys.key) === prefixOf(keys.managementKey))
    throw invalid('managementKey', 'other first 8 characters than those of key');
  return { ...keys, balance: balance === 0 ? 0 : checkedUsd(balance, 'balance') };
}

/**
 * Money that can be counted: a credit is the least there is, and far beyond these dollars credits would
 * be counted wrong.
 *
 * @throws HermesError `invalid_options` for anything else.
 */
export function checkedUsd(usd: number, name: string): number {
  if (usd >= 1 / CREDITS_PER_USD && usd <= 1e9) return usd;
  throw invalid(name, 'US dollars, above zero and at most a billion');
}

/** Says what was expected and never what was given, which may be a key. */
function invalid(name: string, expected: string): HermesError {
  return new HermesError(`The account cannot use ${name}: expected ${expected}.`, {
    code: 'invalid_options',
    path: name,
  });
}
