import { HermesError, type HermesOptions } from '@hermes4/core';

/** Environment variables, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that holds the key of the hosted API. */
const KEY = 'AIMLAPI_API_KEY';
/** The variable that names another base URL. */
const BASE_URL = 'AIMLAPI_BASE_URL';

/**
 * Fills options that were not given from the environment: `AIMLAPI_API_KEY` and `AIMLAPI_BASE_URL`.
 *
 * @throws HermesError `missing_api_key`, with what to do, when no key is found and the API is not on
 *   this machine.
 */
export function fromEnvironment(options: HermesOptions, env: Environment): HermesOptions {
  const apiKey = options.apiKey ?? read(env, KEY);
  const baseURL = options.baseURL ?? read(env, BASE_URL);
  // A `fetch` of the caller's own decides for itself where requests go, and with which key.
  if (apiKey === undefined && !options.fetch && needsKey(baseURL)) throw missingKey();
  return { ...options, apiKey, baseURL };
}

/** A variable that is set to nothing counts as not set; a newline from a file is no part of a key. */
function read(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function needsKey(baseURL: string | undefined): boolean {
  if (baseURL === undefined) return true;
  // What is no web address has a worse fault than a missing key, and core names it.
  if (!URL.canParse(baseURL) || !/^https?:/i.test(baseURL.trim())) return false;
  return !/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(baseURL).hostname);
}

function missingKey(): HermesError {
  return new HermesError(
    [
      'No API key was found.',
      `Set ${KEY}, or pass apiKey to createHermes().`,
      'Create a key at https://aimlapi.com/app/keys and make sure that it is enabled there.',
      'Without a key, `hermes4 ask --local` and @hermes4/server answer on this machine.',
    ].join(' '),
    { code: 'missing_api_key', path: 'apiKey' },
  );
}
