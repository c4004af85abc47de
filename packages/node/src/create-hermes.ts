import {
  createHermes as createCoreHermes,
  type Fetch,
  type Hermes,
  type HermesOptions,
} from '@hermes4/core';
import { baseURLOf, type Environment, fromEnvironment } from './environment.ts';
import { proxyFetch } from './proxy/proxy-fetch.ts';
import { proxySettings } from './proxy/proxy-settings.ts';

/**
 * Makes a client that finds its key in `AIMLAPI_API_KEY` and its address in `AIMLAPI_BASE_URL`; with
 * another `host`, in that host's own variables, such as `OPENROUTER_API_KEY`.
 *
 * Requests go through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` or `ALL_PROXY` names, in capitals or not,
 * except to this machine and to the hosts in `NO_PROXY`. A `fetch` of your own goes where it likes.
 *
 * @param options What is given here wins over the environment.
 * @param env The environment. @defaultValue `process.env`
 * @throws HermesError `missing_api_key` when no key is given or found, the host is not this machine and
 *   there is no `fetch` of your own; `invalid_options` when an option or a proxy variable cannot be used.
 * @example
 * ```ts
 * import { createHermes } from '@hermes4/node';
 *
 * const hermes = createHermes();
 * const stream = hermes.chat.completions.stream({ messages: [{ role: 'user', content: 'Hello' }] });
 * for await (const part of stream) {
 *   if (part.type === 'text-delta') process.stdout.write(part.text);
 * }
 * ```
 */
export function createHermes(
  options: HermesOptions = {},
  env: Readonly<Record<string, string | undefined>> = process.env,
): Hermes {
  const found = fromEnvironment(options, env);
  return createCoreHermes({ ...found, fetch: found.fetch ?? throughProxy(found, env) });
}

/** Nothing when requests go straight to their host. */
function throughProxy(options: HermesOptions, env: Environment): Fetch | undefined {
  const settings = proxySettings(baseURLOf(options), env);
  return settings && proxyFetch(settings);
}
