import { type HostProfile, hostProfiles } from '@hermes4/core';
import { secretsOf } from '@hermes4/core/internal';
import { positive, unusable, wait } from './options-check.ts';
import type { RelayOptions } from './relay-options.ts';

/** A relay's options with nothing left out. */
export interface Relay {
  /** Where chat calls go. */
  readonly url: string;
  readonly host: HostProfile | undefined;
  /** For every request, the key among them. */
  readonly headers: Headers;
  readonly forwardCallerKey: boolean;
  /** The keys that the relay itself brings to every request. */
  readonly secrets: readonly string[];
  readonly models: ReadonlyMap<string, string>;
  readonly repair: { readonly opensThinking: boolean } | undefined;
  readonly headersMs: number;
  readonly idleMs: number;
  readonly maxResponseBytes: number;
}

/**
 * Checks the options of a relay.
 *
 * @throws HermesError `invalid_options`; what was given is repeated only where it can hold no secret.
 */
export function resolveRelay(options: RelayOptions): Relay {
  const host = hostOf(options.host);
  const { forwardCallerKey = false, repair = false, timeouts = {} } = options;
  const url = chatURL(options.baseURL ?? host?.baseURL);
  const headers = headersOf(options);
  return {
    url: url.href,
    host,
    headers,
    forwardCallerKey,
    secrets: [...secretsOf(headers), ...secretsIn(url)],
    models: new Map(Object.entries(options.models ?? modelsOf(host))),
    repair: repair
      ? { opensThinking: repair !== true && repair.opensThinking === true }
      : undefined,
    headersMs: wait('timeouts.headersMs', timeouts.headersMs, 600_000),
    idleMs: wait('timeouts.idleMs', timeouts.idleMs, 120_000),
    maxResponseBytes: positive('maxResponseBytes', options.maxResponseBytes, 256 * 2 ** 20),
  };
}

function hostOf(host: RelayOptions['host']): HostProfile | undefined {
  if (typeof host !== 'string') return host;
  if (Object.hasOwn(hostProfiles, host)) return hostProfiles[host];
  throw unusable('host', `one of ${Object.keys(hostProfiles).join(', ')}, or a profile`);
}

function modelsOf(host: HostProfile | undefined): Readonly<Record<string, string>> {
  const { model } = hostProfiles.local;
  return host && host.model !== model ? { [model]: host.model } : {};
}

function chatURL(baseURL: string | undefined): URL {
  const expected = 'an http or https address without user and password, such as https://host/v1';
  if (baseURL === undefined || !URL.canParse(baseURL)) throw unusable('baseURL', expected);
  const url = new URL(baseURL);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || url.username !== '' || url.password !== '') throw unusable('baseURL', expected);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  url.hash = '';
  return url;
}

/** Some hosts take their key in the address. */
function secretsIn({ searchParams }: URL): string[] {
  return [...searchParams].flatMap(([name, value]) =>
    /key|token|secret/i.test(name) ? value : [],
  );
}

function headersOf({ apiKey, forwardCallerKey, headers = {} }: RelayOptions): Headers {
  if (apiKey !== undefined && forwardCallerKey) {
    throw unusable('forwardCallerKey', 'either it or apiKey: one request carries one key');
  }
  if (apiKey === '') throw unusable('apiKey', 'a key that is not empty');
  const all = new Headers({ 'content-type': 'application/json' });
  if (apiKey !== undefined) setHeader(all, 'apiKey', ['authorization', `Bearer ${apiKey}`]);
  for (const entry of Object.entries(headers)) setHeader(all, `headers.${entry[0]}`, entry);
  return all;
}

function setHeader(headers: Headers, path: string, [name, value]: [string, string]): void {
  try {
    headers.set(name, value);
  } catch {
    throw unusable(path, 'what a header can hold: one line, no characters beyond Latin-1');
  }
}
