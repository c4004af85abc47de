import { type Model, matchesModel } from '@hermes4/core';
import type { CallRecord, Route } from '../call.ts';
import type { Clock } from '../clock.ts';
import type { Prices } from '../prices.ts';
import { Refusal } from '../refusal.ts';
import { answerTagged } from './etag.ts';
import { createMeter, type NamesOf } from './metrics.ts';
import { fitsFilters, HERMES_4_405B, projectModel, readCatalogQuery } from './models.ts';

/** What a catalog lists. */
export interface CatalogOptions {
  readonly clock: Clock;
  readonly prices: Prices;
  /**
   * The models that the server answers for. One without `pricing` gets it from `prices`.
   *
   * @defaultValue Hermes 4 405B
   */
  readonly models?: readonly Model[] | undefined;
}

/** The endpoints that need no key. */
export interface Catalog {
  /** `/v1/models` with its other paths, `/model/{id}` and `/models/metrics`. */
  readonly routes: readonly Route[];
  readonly namesOf: NamesOf;
  /** Lets a call that ended count for `/models/metrics`. */
  readonly measure: (record: CallRecord) => void;
}

/** Lists models and measures them; an account has a catalog of its own, a server without one may use it alone. */
export function createCatalog({
  clock,
  prices,
  models = [HERMES_4_405B],
}: CatalogOptions): Catalog {
  const namesOf: NamesOf = (name) => {
    const model = find(name);
    return model ? [model.id, ...model.aliases] : [name];
  };
  const { route, measure } = createMeter(clock, namesOf);
  const list = ['/v1/models', '/models', '/api/v1/models'].map(
    (path): Route => ({
      method: 'GET',
      path,
      handle({ request, url, identity }) {
        const query = readCatalogQuery(url);
        const data = models
          .filter((model) => fitsFilters(model, query))
          .map((model) => projectModel(model, query, prices));
        return answerTagged(JSON.stringify({ object: 'list', data }), request, identity.headers);
      },
    }),
  );
  const retrieve: Route = {
    method: 'GET',
    path: '/model/:id*',
    handle({ request, url, params, identity }) {
      const model = find(params['id'] ?? '');
      if (!model) throw new Refusal(404, 'No model has this id or alias.');
      const data = projectModel(model, readCatalogQuery(url), prices);
      return answerTagged(JSON.stringify({ object: 'model', data }), request, identity.headers);
    },
  };
  return { routes: [...list, retrieve, route], namesOf, measure };

  function find(name: string): Model | undefined {
    return models.find((model) => matchesModel(model, name));
  }
}
