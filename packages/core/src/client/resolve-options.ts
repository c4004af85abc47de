import { HermesError } from '../errors/hermes-error.ts';
import type { HermesOptions } from '../model/client-options.ts';
import type { Fetch } from '../model/http.ts';

/** Every option with its value: nothing further right looks for a default. */
export interface ResolvedOptions {
  readonly apiKey: string | undefined;
  readonly baseURL: string;
  readonly model: string;
  readonly fetch: Fetch;
  readonly defaultHeaders: Readonly<Record<string, string>>;
  readonly maxResponseBytes: number;
}

/** The hosted API's base. */
export const DEFAULT_BASE_URL = 'https://api.aimlapi.com/v1';

/** The model that this toolkit is made for. */
export const DEFAULT_MODEL = 'nousresearch/hermes-4-405b';

const DEFAULT_MAX_RESPONSE_BYTES = 64 * 1_024 * 1_024;

/**
 * Checks a client's options and fills in what is missing.
 *
 * @throws HermesError `invalid_options` that names the option; it never repeats a key.
 */
export function resolveOptions(options: HermesOptions): ResolvedOptions {
  return {
    apiKey: checkedKey(options.apiKey),
    baseURL: checkedBaseURL(options.baseURL ?? DEFAULT_BASE_URL),
    model: options.model ?? DEFAULT_MODEL,
    // Looked up at each call, so that a test or a polyfill may still replace it.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    defaultHeaders: options.defaultHeaders ?? {},
    maxResponseBytes: options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES,
  };
}

function checkedKey(apiKey: string | undefined): string | undefined {
  if (apiKey === undefined) return undefined;
  // The platform's own error for a bad header value repeats the value: a key must not get that far.
  if (typeof apiKey === 'string' && /^[\x21-\x7e]+$/.test(apiKey)) return apiKey;
  throw invalid(
    'apiKey',
    apiKey === ''
      ? 'it is empty; leave it out for a host that needs none'
      : 'a key is printable ASCII without spaces; look for a stray newline, quote or space',
  );
}

function checkedBaseURL(baseURL: string): string {
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw invalid('baseURL', `expected an http or https address such as ${DEFAULT_BASE_URL}`);
  }
  if (url.username || url.password) {
    throw invalid('baseURL', 'put the key into apiKey: addresses end up in logs');
  }
  if (url.search || url.hash) throw invalid('baseURL', 'expected no query and no fragment');
  return url.href.replace(/\/+$/, '');
}

function invalid(option: keyof HermesOptions, why: string): HermesError {
  return new HermesError(`Option ${option} cannot be used: ${why}.`, {
    code: 'invalid_options',
    path: option,
  });
}
