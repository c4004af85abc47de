import type { Model, ModelMetricsReport, PagedAnswer } from '../../model/account.ts';
import type {
  ModelListQuery,
  ModelQuery,
  ModelRequestOptions,
} from '../../model/account-queries.ts';
import type { RequestOptions } from '../../model/client-options.ts';
import { createAnswerCache } from './answer-cache.ts';
import type { CallResource } from './call-resource.ts';
import { type PagePromise, pagesOf } from './pages.ts';

/** `hermes.models`: the host's catalog. It needs no key. */
export interface Models {
  /**
   * The models that fit, as one page. Any host has this list; the filters and all but the ids are the
   * hosted API's own.
   *
   * @param query Which models, and what to say of them.
   * @param options A signal, headers, whether to keep the answer.
   * @throws HermesError with a documented `code`; the signal's reason after an abort.
   * @example
   * ```ts
   * import { createHermes, matchesModel } from '@hermes4/core';
   *
   * const hermes = createHermes();
   * const { data } = await hermes.models.list({ id: 'hermes-4-405b', include: 'pricing' });
   * console.log(data.find((model) => matchesModel(model, 'hermes-4-405b'))?.pricing);
   * ```
   */
  list(query?: ModelListQuery, options?: ModelRequestOptions): PagePromise<PagedAnswer['models']>;
  /**
   * One model of the hosted API.
   *
   * @param id The id or an alias, slashes included.
   * @param query What to say of it.
   * @param options A signal, headers, whether to keep the answer.
   * @throws HermesError `not_found` when no model has this name.
   */
  retrieve(id: string, query?: ModelQuery, options?: ModelRequestOptions): Promise<Model>;
  /**
   * How fast models of the hosted API answered in the last minutes. A model that served nothing is
   * absent, which says nothing about its speed.
   *
   * @param aliases Names of models, at most 100; all models when left out.
   * @param options A signal, headers.
   * @throws HermesError with a documented `code`.
   */
  metrics(
    aliases?: string | readonly string[],
    options?: RequestOptions,
  ): Promise<ModelMetricsReport>;
}

/** Composes the calls of `hermes.models`. */
export function createModels(call: CallResource): Models {
  const known = createAnswerCache();

  return {
    list: (query = {}, options = {}) =>
      pagesOf(
        (asked) => call('listModels', { query: asked, options, cache: cacheOf(options) }),
        query,
        options.signal,
      ),
    retrieve: async (id, query, options = {}) =>
      (await call('retrieveModel', {
        inPath: ['id', id],
        query,
        options,
        cache: cacheOf(options),
      })) as Model,
    metrics: async (aliases, options) =>
      (await call('getModelMetrics', { query: { aliases }, options })) as ModelMetricsReport,
  };

  function cacheOf({ cache }: ModelRequestOptions): typeof known | undefined {
    // Where there is a location there is an origin, and a header that asks for a preflight.
    const isPage = (globalThis as { location?: unknown }).location !== undefined;
    return (cache ?? !isPage) ? known : undefined;
  }
}
