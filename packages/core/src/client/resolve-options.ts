import { HermesError } from '../errors/hermes-error.ts';
import { hostProfiles } from '../hosts/host-profiles.ts';
import type { HermesOptions, ToolMode } from '../model/client-options.ts';
import type { HostName, HostProfile } from '../model/host-profile.ts';
import type { Fetch } from '../model/http.ts';
import type { Warning } from '../model/warning.ts';

/** Every option with its value: nothing further right looks for a default. */
export interface ResolvedOptions {
  readonly apiKey: string | undefined;
  readonly host: HostProfile;
  readonly strict: boolean;
  readonly warn: (warning: Warning) => void;
  readonly baseURL: string;
  readonly model: string;
  readonly fetch: Fetch;
  readonly defaultHeaders: Readonly<Record<string, string>>;
  readonly maxResponseBytes: number;
}

const DEFAULT_MAX_RESPONSE_BYTES = 64 * 1_024 * 1_024;

/**
 * Checks a client's options and fills in what is missing.
 *
 * @throws HermesError `invalid_options` that names the option; it never repeats a key.
 */
export function resolveOptions(options: HermesOptions): ResolvedOptions {
  const host = withToolMode(checkedHost(options.host ?? 'aimlapi'), options.toolMode);
  return {
    apiKey: checkedKey(options.apiKey),
    host,
    strict: options.strict ?? true,
    warn: options.onWarning ?? (() => undefined),
    baseURL: checkedBaseURL(options.baseURL ?? host.baseURL),
    model: options.model ?? host.model,
    // Looked up at each call, so that a test or a polyfill may still replace it.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    defaultHeaders: options.defaultHeaders ?? {},
    maxResponseBytes: options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES,
  };
}

/** A host whose tools are asked for as the caller wants, whatever its profile says. */
export function withToolMode(host: HostProfile, mode: ToolMode | undefined): HostProfile {
  return mode === undefined || mode === 'auto' ? host : { ...host, tools: mode };
}

function checkedHost(host: HostName | HostProfile): HostProfile {
  if (typeof host === 'object') return host;
  if (Object.hasOwn(hostProfiles, host)) return hostProfiles[host];
  const names = Object.keys(hostProfiles).join(', ');
  throw invalid('host', `expected one of ${names}, or a profile of your own`);
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
    throw invalid(
      'baseURL',
      `expected an http or https address such as ${hostProfiles.aimlapi.baseURL}`,
    );
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
