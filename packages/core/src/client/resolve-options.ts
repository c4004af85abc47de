import { HermesError } from '../errors/hermes-error.ts';
import { aimlapi } from '../hosts/aimlapi.ts';
import { hostNames } from '../hosts/host-names.ts';
import type { Budget } from '../model/budget.ts';
import type { HermesOptions, RequestOptions, ToolMode } from '../model/client-options.ts';
import type { HostName, HostProfile } from '../model/host-profile.ts';
import type { Fetch, Interceptor } from '../model/http.ts';
import type { Observer } from '../model/observer.ts';
import type { Runtime } from '../model/runtime.ts';
import type { Timeouts } from '../model/timeouts.ts';
import type { Warning } from '../model/warning.ts';
import { given } from '../primitives/given.ts';
import type { Limits } from '../transport/deadlines.ts';
import { notify } from '../transport/notify.ts';
import { systemRuntime } from '../transport/system-runtime.ts';
import { type LazyHost, lazyHost } from './lazy-host.ts';

/** Every option with its value: nothing further right looks for a default. */
export interface ResolvedOptions {
  readonly apiKey: string | undefined;
  readonly host: LazyHost;
  readonly toolMode?: ToolMode | undefined;
  readonly strict: boolean;
  readonly warn: (warning: Warning) => void;
  /** Where the API begins; `undefined` when its host is asked where it usually is. */
  readonly baseURL: string | undefined;
  /** `undefined` for the host's own name of the model. */
  readonly model?: string | undefined;
  readonly fetch: Fetch;
  readonly defaultHeaders: Readonly<Record<string, string>>;
  readonly maxResponseBytes: number;
  /** The limits of a call whose own options name none, when its answer arrives in pieces; and in one. */
  readonly streamLimits: Limits;
  readonly wholeLimits: Limits;
  readonly maxRetries: number;
  readonly maxRetryAfterMs: number;
  readonly budget?: Budget | undefined;
  readonly interceptors?: readonly Interceptor[] | undefined;
  readonly observe?: Observer | undefined;
  readonly runtime: Runtime;
}

const DEFAULTS = {
  strict: true,
  // Looked up at each call, so that a test or a polyfill may still replace it.
  fetch: (...request) => fetch(...request),
  defaultHeaders: {},
  maxResponseBytes: 64 * 2 ** 20,
  maxRetries: 2,
  maxRetryAfterMs: 60_000,
  runtime: systemRuntime,
} satisfies HermesOptions;

const LIMITS: Limits = {
  total: Infinity,
  firstByte: 120_000,
  firstContent: 600_000,
  idleBytes: 120_000,
  idleContent: 180_000,
};
/** A host generates all of a whole answer before it sends the headers. */
const WHOLE = { ...LIMITS, firstByte: 600_000 };

/**
 * Checks a client's options and fills in what is missing.
 *
 * @throws HermesError `invalid_options` that names the option; it never repeats a key.
 */
export function resolveOptions(options: HermesOptions): ResolvedOptions {
  checkRetries(options);
  const host = checkedHost(options.host ?? 'aimlapi');
  const ownURL = typeof host === 'object' ? host.baseURL : undefined;
  const timeout = checkedTimeout(options.timeout);
  return {
    ...DEFAULTS,
    ...given(options),
    apiKey: checkedKey(options.apiKey),
    host: lazyHost(host),
    warn: (warning) => {
      notify(options.observe, 'onWarning', warning);
      options.onWarning?.(warning);
    },
    baseURL: checkedBaseURL(options.baseURL ?? ownURL),
    streamLimits: { ...LIMITS, ...timeout },
    wholeLimits: { ...WHOLE, ...timeout },
  };
}

/** The limits that are named, which may not be of any use. */
export function namedTimeout(timeout: number | Timeouts | undefined): Partial<Limits> {
  return typeof timeout === 'number' ? { total: timeout } : given(timeout ?? {});
}

function checkedHost(host: HostName | HostProfile): HostName | HostProfile {
  if (typeof host === 'object' || hostNames.includes(host)) return host;
  throw invalid('host', `expected one of ${hostNames.join(', ')}, or a profile of your own`);
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

function checkedBaseURL(baseURL: string | undefined): string | undefined {
  if (baseURL === undefined) return undefined;
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw invalid('baseURL', `expected an address such as ${aimlapi.baseURL}`);
  }
  if (url.username || url.password) {
    throw invalid('baseURL', 'put the key into apiKey: addresses end up in logs');
  }
  if (url.search || url.hash) throw invalid('baseURL', 'expected no query or fragment');
  return url.href.replace(/\/+$/, '');
}

/**
 * The limits that a caller has named.
 *
 * @throws HermesError `invalid_options`.
 */
export function checkedTimeout(timeout: number | Timeouts | undefined): Partial<Limits> {
  const named = namedTimeout(timeout);
  for (const ms of Object.values(named) as unknown[]) {
    if (!(typeof ms === 'number' && ms > 0)) {
      throw invalid('timeout', 'expected milliseconds above 0, or Infinity');
    }
  }
  return named;
}

/**
 * Checks how often the caller wants an attempt repeated, and after which pauses.
 *
 * @throws HermesError `invalid_options`.
 */
export function checkRetries(
  options: Pick<RequestOptions, 'maxRetries' | 'maxRetryAfterMs'>,
): void {
  for (const name of ['maxRetries', 'maxRetryAfterMs'] as const) {
    if (!((options[name] ?? 0) >= 0)) throw invalid(name, 'expected 0 or more');
  }
}

/**
 * The caller's own id for a call: the hosted API drops one that it does not like without a word.
 *
 * @throws HermesError `invalid_options`.
 */
export function checkedRequestId(id: string | undefined): string | undefined {
  if (id === undefined || /^[\w.:-]{1,128}$/.test(id)) return id;
  throw invalid('clientRequestId', 'expected 1 to 128 of A-Z a-z 0-9 . _ : -');
}

function invalid(option: keyof HermesOptions | keyof RequestOptions, why: string): HermesError {
  return new HermesError(`Option ${option} cannot be used: ${why}.`, {
    code: 'invalid_options',
    path: option,
  });
}
