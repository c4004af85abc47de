import { HermesError } from '@hermes4/core';
import { openUpstream, type Upstream } from '../open-upstream.ts';
import { positive, unusable, wait } from '../options-check.ts';
import type { HealthPolicy } from './health.ts';
import type { CheckOptions, PoolUpstream, RelayPoolOptions } from './pool-options.ts';

/** How upstreams are asked whether they live, with nothing left out. */
export type CheckPolicy = {
  readonly [Name in keyof CheckOptions]-?: NonNullable<CheckOptions[Name]>;
};

/** A pool's options with nothing left out. */
export interface Pool {
  readonly upstreams: readonly {
    readonly name: string;
    readonly weight: number;
    readonly upstream: Upstream;
  }[];
  readonly attempts: number;
  readonly hasAffinity: boolean;
  readonly policy: HealthPolicy;
  readonly checks: CheckPolicy | undefined;
  readonly hedgeAfterMs: number | undefined;
}

/**
 * Checks the options of a pool.
 *
 * @throws HermesError `invalid_options` that names the option.
 */
export function resolvePool(options: RelayPoolOptions): Pool {
  const { upstreams, affinity = true, ejection = {}, checks = false, hedgeAfterMs } = options;
  if (upstreams.length === 0) throw unusable('upstreams', 'at least one upstream');
  const resolved = upstreams.map((one, index) => resolveUpstream(one, index, options));
  for (const [index, { name }] of resolved.entries()) {
    if (resolved.findIndex((other) => other.name === name) === index) continue;
    throw unusable(
      `upstreams[${index}].name`,
      `a name that no other upstream has, received ${name}`,
    );
  }
  return {
    upstreams: resolved,
    attempts: whole('attempts', options.attempts, 3),
    hasAffinity: affinity,
    policy: {
      failures: whole('ejection.failures', ejection.failures, 3),
      baseMs: positive('ejection.baseMs', ejection.baseMs, 5_000),
      maxMs: positive('ejection.maxMs', ejection.maxMs, 300_000),
    },
    checks: checks === false ? undefined : resolveChecks(checks === true ? {} : checks),
    hedgeAfterMs: hedgeAfterMs === undefined ? undefined : wait('hedgeAfterMs', hedgeAfterMs, 1),
  };
}

function resolveUpstream(
  { name, weight, ...options }: PoolUpstream,
  index: number,
  { clock }: RelayPoolOptions,
): Pool['upstreams'][number] {
  const at = `upstreams[${index}]`;
  const called = name ?? `upstream-${index + 1}`;
  // It stands in headers, in addresses, and in logs.
  if (!/^[\w.-]{1,64}$/.test(called)) {
    throw unusable(`${at}.name`, 'up to 64 letters, digits, dots, dashes and underscores');
  }
  return {
    name: called,
    weight: positive(`${at}.weight`, weight, 1),
    upstream: within(at, () => openUpstream({ ...options, clock })),
  };
}

/** Names the upstream of which an option cannot be used. */
function within<T>(at: string, resolve: () => T): T {
  try {
    return resolve();
  } catch (error) {
    if (!(error instanceof HermesError) || error.path === undefined) throw error;
    throw new HermesError(error.message.replace(/^Option /, `Option ${at}.`), {
      code: error.code,
      path: `${at}.${error.path}`,
    });
  }
}

function resolveChecks(given: CheckOptions): CheckPolicy {
  const path = given.path ?? 'models';
  if (!/^\/?[\w.~%-]+(?:\/[\w.~%-]+)*$/.test(path)) {
    throw unusable('checks.path', 'a path such as models or /health');
  }
  return {
    path,
    intervalMs: wait('checks.intervalMs', given.intervalMs, 10_000),
    timeoutMs: wait('checks.timeoutMs', given.timeoutMs, 5_000),
    failures: whole('checks.failures', given.failures, 2),
  };
}

function whole(path: string, value: number | undefined, otherwise: number): number {
  const number = value ?? otherwise;
  if (Number.isInteger(number) && number >= 1) return number;
  throw unusable(path, `a whole number of at least 1, received ${number}`);
}
