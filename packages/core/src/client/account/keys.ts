import type {
  APIKey,
  APIKeyCreateParams,
  APIKeyUpdateParams,
  CreatedAPIKey,
  CurrentAPIKey,
  DeletedAPIKey,
  PagedAnswer,
} from '../../model/account.ts';
import type { RequestOptions } from '../../model/client-options.ts';
import { hideField } from '../../resources/read-answer.ts';
import type { ResolvedOptions } from '../resolve-options.ts';
import type { CallResource } from './call-resource.ts';
import { type PagePromise, pagesOf } from './pages.ts';

/**
 * `hermes.keys`: the account's keys at the hosted API. All but `current()` need a management key, which
 * only the dashboard makes. A key is named by its first 8 characters, never by the whole of it.
 */
export interface Keys {
  /**
   * The key that was used last. That need not be the client's own: `isThisKey` tells.
   *
   * @param options A signal, headers.
   * @throws HermesError `unauthorized` when the key is wrong.
   */
  current(options?: RequestOptions): Promise<CurrentAPIKey>;
  /**
   * All keys, oldest first, as one page.
   *
   * @param options A signal, headers.
   * @throws HermesError with a documented `code`.
   */
  list(options?: RequestOptions): PagePromise<PagedAnswer['keys']>;
  /**
   * Makes a key. Its secret is in `key` of this answer and nowhere ever again. The field is readable by
   * its name only: it is absent from `JSON.stringify`, `{ ...spread }` and `console.log`, so that it
   * does not end up in a log by accident.
   *
   * @param params What it is called and may do; unnamed and unlimited when left out.
   * @param options A signal, headers.
   * @throws HermesError with a documented `code`, never with the key.
   * @example
   * ```ts
   * import { createHermes } from '@hermes4/core';
   *
   * const hermes = createHermes({ apiKey: 'your management key' });
   * const { key, prefix } = await hermes.keys.create({
   *   name: 'staging',
   *   limit: { retention: 'week', threshold: 25 },
   *   scopes: ['model:chat'],
   * });
   * console.log(prefix, key.length);
   * ```
   */
  create(params?: APIKeyCreateParams, options?: RequestOptions): Promise<CreatedAPIKey>;
  /**
   * Changes a key; what is left out stays as it is.
   *
   * @param prefix The first 8 characters of the key.
   * @param change What is to change.
   * @param options A signal, headers.
   * @throws HermesError `not_found` when no key has this prefix.
   */
  update(prefix: string, change: APIKeyUpdateParams, options?: RequestOptions): Promise<APIKey>;
  /**
   * Takes a key out of use for good.
   *
   * @param prefix The first 8 characters of the key.
   * @param options A signal, headers.
   * @throws HermesError `not_found` when no key has this prefix.
   */
  delete(prefix: string, options?: RequestOptions): Promise<DeletedAPIKey>;
}

/** Composes the calls of `hermes.keys`. */
export function createKeys(call: CallResource, client: ResolvedOptions): Keys {
  return {
    async current(options) {
      const key = (await call('getCurrentKey', { options })) as unknown as APIKey;
      return { ...key, isThisKey: isOwnKey(key.prefix, options) };
    },
    list: (options) => pagesOf(() => call('listKeys', { options }), {}, options?.signal),
    create: async (params = {}, options) =>
      hideField((await call('createKey', { body: params, options })) as CreatedAPIKey, 'key'),
    update: async (prefix, change, options) =>
      (await call('updateKey', {
        inPath: ['prefix', prefix],
        body: change,
        options,
      })) as unknown as APIKey,
    delete: async (prefix, options) =>
      (await call('deleteKey', { inPath: ['prefix', prefix], options })) as DeletedAPIKey,
  };

  function isOwnKey(prefix: string, options: RequestOptions | undefined): boolean | undefined {
    const names = Object.keys({ ...client.defaultHeaders, ...options?.headers });
    // A header of the caller's own may have brought another key than the client's.
    if (names.some((name) => /^authorization$/i.test(name))) return undefined;
    return client.apiKey === undefined ? undefined : client.apiKey.slice(0, 8) === prefix;
  }
}
