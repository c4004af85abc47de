import { HermesError, type HermesOptions, type HostProfile, hostProfiles } from '@hermes4/core';
import { isLoopback } from './loopback.ts';

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Fills options that were not given from the environment: the key and the base URL of the host that is
 * asked, such as `AIMLAPI_API_KEY` and `AIMLAPI_BASE_URL`. A key goes to its own host and to no other.
 *
 * @throws HermesError `missing_api_key`, with what to do, when no key is found and the API is not on
 *   this machine.
 */
export function fromEnvironment(options: HermesOptions, env: Environment): HermesOptions {
  const { apiKeyEnv: key } = profileOf(options.host);
  const apiKey = options.apiKey ?? read(env, key);
  const baseURL = options.baseURL ?? read(env, key?.replace(/API_KEY$/, 'BASE_URL'));
  const found = { ...options, apiKey, baseURL };
  // A `fetch` of the caller's own decides for itself where requests go, and with which key.
  if (apiKey === undefined && !options.fetch && key && needsKey(baseURLOf(found))) {
    throw missingKey(key);
  }
  return found;
}

/** Where the requests of a client go; empty when that is unknown. */
export function baseURLOf({ host, baseURL }: HermesOptions): string {
  return baseURL ?? profileOf(host).baseURL ?? '';
}

/** Core names the fault of a host that is none. */
function profileOf(host: HermesOptions['host'] = 'aimlapi'): Partial<HostProfile> {
  if (typeof host === 'object') return host;
  return Object.hasOwn(hostProfiles, host) ? hostProfiles[host] : {};
}

/** A variable that is set to nothing counts as not set; a newline from a file is no part of a key. */
function read(env: Environment, name: string | undefined): string | undefined {
  return name === undefined ? undefined : env[name]?.trim() || undefined;
}

function needsKey(baseURL: string): boolean {
  // What is no web address has a worse fault than a missing key, and core names it.
  if (!URL.canParse(baseURL) || !/^https?:/i.test(baseURL.trim())) return false;
  return !isLoopback(new URL(baseURL).hostname);
}

function missingKey(key: string): HermesError {
  const hosted = key === hostProfiles.aimlapi.apiKeyEnv;
  return new HermesError(
    [
      'No API key was found.',
      `Set ${key}, or pass apiKey to createHermes().`,
      hosted
        ? 'Create a key at https://aimlapi.com/app/keys and make sure that it is enabled there.'
        : 'The host gives out keys in its own account pages.',
      'Without a key, `hermes4 ask --local` and @hermes4/server answer on this machine.',
    ].join(' '),
    { code: 'missing_api_key', path: 'apiKey' },
  );
}
