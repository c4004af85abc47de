import { atLeast, LONGEST_WAIT } from '../at-least.ts';
import type { Caller } from '../caller.ts';
import { systemClock } from '../clock.ts';
import { costOf, DEFAULT_PRICES, type Prices } from '../prices.ts';
import { Refusal } from '../refusal.ts';
import { type Admitted, admit } from './admit.ts';
import { createAuthorize, isOpen } from './callers.ts';
import { allowanceOf, hostsOf, originsOf } from './check-options.ts';
import { checkPlace } from './check-place.ts';
import type { DoorOptions } from './door-options.ts';
import { createLimiter, type Expected, type Lease } from './limiter.ts';
import { type Body, readBody } from './read-body.ts';

/** Lets requests in, one check after the other, the cheap ones first. Each throws a `Refusal`. */
export interface Door {
  /** Whether anybody may call. */
  readonly isOpen: boolean;
  /** Whether `Host` is held against a list. */
  readonly checksHost: boolean;
  /** The origins of pages that may read answers. */
  readonly allowedOrigins: readonly string[];
  /** Checks `Host` and `Origin`: 403. */
  checkPlace(request: Request): void;
  /** Says who calls: 401, 403. */
  authorize(request: Request): Promise<Caller>;
  /** Reads the body: 400, 408, 413, 415. */
  read(request: Request): Promise<Body>;
  /** Holds the body against the API document and the options: 400, 403. */
  admit(caller: Caller, body: Body): Admitted;
  /** Gives the call its place among its caller's: 429, 503. */
  begin(caller: Caller, call: Admitted): Promise<Lease>;
}

/**
 * Makes the door of a server.
 *
 * @param options All optional; see each for its default.
 * @throws HermesError `invalid_options` when an option cannot be used.
 */
export function createDoor(options: DoorOptions = {}): Door {
  const { limits = {}, clock = systemClock, prices = DEFAULT_PRICES, maxCallers } = options;
  const allowedOrigins = originsOf(options.allowedOrigins ?? []);
  const allowance = allowanceOf(options);
  const place = {
    allowedOrigins,
    allowedHosts: hostsOf(options.allowedHosts),
    isOpen: isOpen(options),
  };
  const bodyLimits = {
    maxBytes: atLeast(1, 'maxRequestBytes', options.maxRequestBytes ?? 32 * 1_024 * 1_024),
    timeoutMs: atLeast(1, 'bodyTimeoutMs', options.bodyTimeoutMs ?? 60_000, LONGEST_WAIT),
    clock,
  };
  const limiter = createLimiter({ limits, clock, store: options.limitStore, maxCallers });
  return {
    isOpen: place.isOpen,
    checksHost: place.allowedHosts !== undefined,
    allowedOrigins,
    checkPlace: (request) => checkPlace(request, place),
    authorize: createAuthorize(options),
    read: (request) => readBody(request, bodyLimits),
    admit: ({ grant }, body) => admit(body, allowance, grant),
    begin: async (caller, call) => limiter.begin(caller, expectedOf(call, caller, prices)),
  };
}

/**
 * The most that a call may take, as far as its words and its own limit tell.
 *
 * @throws Refusal 403 for a ticket with a budget when nobody knows what the call costs.
 */
function expectedOf({ request, text }: Admitted, { grant }: Caller, prices: Prices): Expected {
  const { model, max_tokens, max_completion_tokens } = request;
  const prompt_tokens = Math.ceil(text.length / 4);
  const completion_tokens = Math.max(max_tokens ?? 0, max_completion_tokens ?? 0);
  const total_tokens = prompt_tokens + completion_tokens;
  const usage = { prompt_tokens, completion_tokens, total_tokens };
  const cost = costOf(model, usage, prices);
  if (!cost && grant?.usd !== undefined) {
    throw new Refusal(403, `This ticket has a budget, and no price is known for ${model}.`);
  }
  return { tokens: total_tokens, usd: cost?.usd ?? 0 };
}
