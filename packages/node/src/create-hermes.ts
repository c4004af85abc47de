import { createHermes as createCoreHermes, type Hermes, type HermesOptions } from '@hermes4/core';
import { fromEnvironment } from './environment.ts';

/**
 * Makes a client that finds its key in `AIMLAPI_API_KEY` and its address in `AIMLAPI_BASE_URL`; with
 * another `host`, in that host's own variables, such as `OPENROUTER_API_KEY`.
 *
 * @param options What is given here wins over the environment.
 * @param env The environment. @defaultValue `process.env`
 * @throws HermesError `missing_api_key` when no key is given or found and the host is not this
 *   machine; `invalid_options` when an option cannot be used.
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
  return createCoreHermes(fromEnvironment(options, env));
}
