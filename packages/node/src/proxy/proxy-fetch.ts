import { createRequire } from 'node:module';
import type { Fetch } from '@hermes4/core';
import type * as undici from 'undici';
import { invalidOption } from '../invalid-option.ts';
import type { ProxySettings } from './proxy-settings.ts';

/** What is needed of undici. */
type Undici = Pick<typeof undici, 'EnvHttpProxyAgent'>;

/**
 * Makes a `fetch` that goes through a proxy. It is the global one, so that what replaces or watches that
 * keeps working; undici, an optional dependency, is loaded here and nowhere else.
 *
 * @throws HermesError `invalid_options` when undici is not installed.
 */
export function proxyFetch(settings: ProxySettings, load: () => Undici = loadUndici): Fetch {
  const dispatcher = new (found(load).EnvHttpProxyAgent)({
    ...settings,
    // A tunnel is for what is encrypted: many proxies allow none to other ports.
    proxyTunnel: false,
    // The client has clocks of its own, and a whole answer may take longer than these would wait.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return (input, init) => globalThis.fetch(input, { ...init, dispatcher } as object);
}

function loadUndici(): Undici {
  return createRequire(import.meta.url)('undici') as Undici;
}

function found(load: () => Undici): Undici {
  try {
    return load();
  } catch (cause) {
    throw invalidOption(
      'fetch',
      'The environment names a proxy (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY), and the package undici, which speaks to proxies, could not be loaded. Install it with `npm install undici@7`, unset the variable, or give createHermes() a fetch of your own.',
      cause,
    );
  }
}
