import type { components } from './wire.generated.ts';

/** A model of the host's catalog. Look a name up with {@link matchesModel}, never in `id` alone. */
export type Model = components['schemas']['Model'];

/** What a model costs; read `kind` first, and each `price` together with its `per`. */
export type ModelPricing = components['schemas']['ModelPricing'];

/** What one unit costs: `price` US dollars for `per` units. */
export type ModelPricingUnit = components['schemas']['ModelPricingUnit'];

/** What a unit costs under one combination of parameters: `price` US dollars for `per` units. */
export type ModelPricingVariant = components['schemas']['ModelPricingVariant'];

/** How fast models answer at present. */
export type ModelMetricsReport = components['schemas']['ModelMetricsReport'];

/** How fast one model answers at one endpoint. */
export type ModelMetrics = components['schemas']['ModelMetrics'];

/** A key of the account, without its secret. */
export type APIKey = components['schemas']['APIKey'];

/** A kind of models that a key may call. */
export type APIKeyScope = components['schemas']['APIKeyScope'];

/** What a key may spend until the count begins anew. */
export type APIKeyLimit = components['schemas']['APIKeyLimit'];

/** What a new key is called and may do. */
export type APIKeyCreateParams = components['schemas']['APIKeyCreateParams'];

/** What changes about a key; what is left out stays. */
export type APIKeyUpdateParams = components['schemas']['APIKeyUpdateParams'];

/** A new key. `key` is its secret: readable by name, absent from JSON, spreads and printed objects. */
export type CreatedAPIKey = components['schemas']['CreatedAPIKey'];

/** What became of a key that was to be deleted. */
export type DeletedAPIKey = components['schemas']['DeletedAPIKey'];

/** The key that was used last, which need not be the client's own. */
export type CurrentAPIKey = APIKey & {
  /** Whether it is the key that asked; `undefined` when the client has none that it could compare. */
  readonly isThisKey: boolean | undefined;
};

/** What is left on an account. */
export type Balance = components['schemas']['Balance'];

/** An account. `email` is readable by name, absent from JSON, spreads and printed objects. */
export type BillingDetail = components['schemas']['BillingDetail'];

/** One movement of the balance. */
export type Transaction = components['schemas']['Transaction'];

/** What one key spent within a window of time. */
export type Usage = components['schemas']['Usage'];

/** What one key spent within a window of time, and on what. */
export type UsageDetail = components['schemas']['UsageDetail'];

/** What is kept of one request. */
export type RequestLog = components['schemas']['RequestLog'];

/** The answers that come in pages. */
export type PagedAnswer = {
  /** The host's list of models. */
  models: components['schemas']['ModelList'];
  /** The account's keys. */
  keys: components['schemas']['APIKeyList'];
  /** The ledger. */
  transactions: components['schemas']['TransactionList'];
  /** The requests. */
  logs: components['schemas']['RequestLogList'];
};
