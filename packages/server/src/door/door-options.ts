import type { Clock } from '../clock.ts';
import type { Prices } from '../prices.ts';
import type { CallerOf } from './callers.ts';
import type { Tickets } from './create-tickets.ts';
import type { LimitStore } from './limit-store.ts';
import type { Limits } from './limits.ts';

/** Who may call, from where, for what, and how much. */
export interface DoorOptions {
  /**
   * The keys that callers may use. The first eight characters of a long one name its caller, else its place
   * in the list does: `key-1`.
   *
   * @defaultValue everybody may call, unless `tickets` or `authorize` is given
   */
  readonly keys?: readonly string[] | undefined;
  /** Lets in whoever carries a ticket made by it. @defaultValue no tickets */
  readonly tickets?: Tickets | undefined;
  /** Says who sends a request that carries neither ticket nor key: a login's cookie, a token of yours. */
  readonly authorize?: CallerOf | undefined;
  /**
   * Opens an engine that holds a key to whoever reaches the server. Without it, such a server without `keys`,
   * `tickets` and `authorize` is not made.
   *
   * @defaultValue `false`
   */
  readonly allowAnonymous?: boolean | undefined;
  /**
   * Origins of pages, besides the server's own, that may call it and read its answers, such as
   * `http://localhost:3000`. Behind a proxy that ends TLS, the server's own has to be listed, too.
   *
   * @defaultValue none
   */
  readonly allowedOrigins?: readonly string[] | undefined;
  /**
   * The names that `Host` may have, such as `chat.example.com`, with a port or for any. List them for a
   * server that anybody may call under a name: without a list, its own pages are let in under a name of
   * this machine only, because a page elsewhere can let its own name point here.
   *
   * @defaultValue any
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** The models that may be called. @defaultValue Hermes 4 405B */
  readonly models?: readonly string[] | undefined;
  /** The model of a call that names none. @defaultValue such a call is refused */
  readonly defaultModel?: string | undefined;
  /**
   * The parameters that calls may use, besides `model` and `messages`. `documented` are those of the API
   * document.
   *
   * @defaultValue `documented` when `models` or `maxTokens` is given, because hosts know parameters that get
   *   round both, such as `models` and `n`; else all
   */
  readonly parameters?: readonly string[] | 'documented' | undefined;
  /** Whether a call with another parameter is refused, or the parameter left out. @defaultValue `refuse` */
  readonly otherParameters?: 'refuse' | 'drop' | undefined;
  /**
   * The most tokens that an answer may have: a higher `max_tokens` or `max_completion_tokens` is lowered to
   * it, and a call with neither gets it.
   *
   * @defaultValue no limit
   */
  readonly maxTokens?: number | undefined;
  /** The most messages that a call may have. @defaultValue no limit */
  readonly maxMessages?: number | undefined;
  /**
   * The most bytes that a request's body may have.
   *
   * @defaultValue 33,554,432 (32 MiB)
   */
  readonly maxRequestBytes?: number | undefined;
  /** How long a body may take to arrive, in milliseconds. @defaultValue 60,000 */
  readonly bodyTimeoutMs?: number | undefined;
  /** What each caller may take. @defaultValue no limits */
  readonly limits?: Limits | undefined;
  /**
   * Where `limits` and the budgets of tickets are counted, such as `openRedisLimitStore()` of
   * `@hermes4/server/redis`, which several processes share.
   *
   * @defaultValue in memory: they hold for this process alone
   */
  readonly limitStore?: LimitStore | undefined;
  /** How many callers' limits are remembered in memory. @defaultValue 100,000 */
  readonly maxCallers?: number | undefined;
  /** What `limits.usd` counts by. @defaultValue `DEFAULT_PRICES` */
  readonly prices?: Prices | undefined;
  /** @defaultValue the machine's own */
  readonly clock?: Clock | undefined;
}
