import type { RequestOptions } from './client-options.ts';
import type { components } from './wire.generated.ts';

/** A moment: a `Date`, or ISO 8601. */
export type Moment = Date | string;

/** What else to say of a model. */
export type ModelSection = components['parameters']['ModelInclude'][number];

/** What to say of a model. */
export interface ModelQuery {
  /** What else to say of it. @defaultValue its identity alone */
  include?: ModelSection | readonly ModelSection[] | undefined;
  /** Short for `include: 'all'`. */
  details?: true | undefined;
}

/** Which models to list. Values within a filter are alternatives; filters narrow the list together. */
export interface ModelListQuery extends ModelQuery {
  /** Ids or aliases. */
  id?: string | readonly string[] | undefined;
  /** Types of endpoint, such as `openai/chat-completions`. */
  type?: string | readonly string[] | undefined;
  /** Tags, such as `playground:chat`. */
  tags?: string | readonly string[] | undefined;
  /** What goes in or comes out. */
  modalities?: string | readonly string[] | undefined;
  /** What goes in. */
  input_modalities?: string | readonly string[] | undefined;
  /** What comes out. */
  output_modalities?: string | readonly string[] | undefined;
  /** What the model can do. */
  capabilities?: string | readonly string[] | undefined;
}

/** What can be set for one look into the catalog. */
export interface ModelRequestOptions extends RequestOptions {
  /**
   * Keeps the answer and asks next time only whether it changed, with `If-None-Match`. In a web page
   * of another origin that header costs a preflight, which the host may refuse.
   *
   * @defaultValue `true`, but `false` where there is a `location`, as in web pages
   */
  cache?: boolean | undefined;
}

/** Which part of the ledger to list. */
export interface TransactionQuery {
  /** Only entries of this moment or later; as text it needs its offset. */
  from?: Moment | undefined;
  /** Only entries before this moment, which is later than `from`; as text it needs its offset. */
  to?: Moment | undefined;
  /** Only what came in, or only what went out. */
  direction?: components['schemas']['TransactionDirection'] | undefined;
  /** Only entries of this kind. */
  type?: components['schemas']['TransactionType'] | undefined;
  /** How many entries a page has, from 1 to 100. @defaultValue the host's 50 */
  limit?: number | undefined;
  /** The `next_cursor` of an earlier page, exactly as it came. */
  cursor?: string | undefined;
}

/** The last hours or days, at most 92 days. */
export interface RelativeWindow {
  /** Such as `24h` or `7d`. */
  period: `${number}${'h' | 'd'}`;
  /** Not with `period`. */
  start?: undefined;
  /** Not with `period`. */
  end?: undefined;
}

/** From one moment to another, at most 92 days later. */
export interface AbsoluteWindow {
  /** Not with `start` and `end`. */
  period?: undefined;
  /** Where the window begins. As text without an offset it is UTC, not local time. */
  start: Moment;
  /** Where the window ends. As text without an offset it is UTC, not local time. */
  end: Moment;
}

/** A key and a window of time. */
export type UsageQuery = (RelativeWindow | AbsoluteWindow) & {
  /**
   * The first 8 characters of the key to report on; another one than the client's needs a management
   * key. @defaultValue the client's own key
   */
  key_prefix?: string | undefined;
};

/** A key, a window of time, and how to divide what was spent. */
export type UsageDetailQuery = UsageQuery & {
  /** Adds `groups` to the answer. */
  group_by?: 'day' | 'model' | 'day,model' | undefined;
  /** Where days begin: the exact IANA name of a time zone. @defaultValue `UTC` */
  tz?: string | undefined;
};

/** A key, a window of time, and which of the requests to list. */
export type LogQuery = UsageQuery & {
  /** Only requests to these models, at most 50, by their full names or bare aliases. */
  model?: string | readonly string[] | undefined;
  /** Only requests that ended so. */
  status?: 'succeeded' | 'failed' | readonly ('succeeded' | 'failed')[] | undefined;
  /** How many rows a page has, from 1 to 100. @defaultValue the host's 50 */
  limit?: number | undefined;
  /** How many rows to skip. @defaultValue `0` */
  offset?: number | undefined;
};
