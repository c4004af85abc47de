import { HermesError, hostProfiles } from '@hermes4/core';
import { atLeast } from '../at-least.ts';
import { DEFAULT_PRICES } from '../prices.ts';
import { type Allowance, DOCUMENTED_PARAMETERS } from './admit.ts';
import type { DoorOptions } from './door-options.ts';
import { type Host, parseHost } from './host.ts';

/**
 * What calls may ask for, as the options say it.
 *
 * @throws HermesError `invalid_options`.
 */
export function allowanceOf(options: DoorOptions): Allowance {
  const { maxTokens, maxMessages = Infinity, otherParameters = 'refuse', defaultModel } = options;
  const models = options.models ?? [hostProfiles.local.model];
  atLeast(1, 'maxTokens', maxTokens ?? Infinity);
  atLeast(1, 'maxMessages', maxMessages);
  if (models.length === 0) throw unusable('models', 'at least one', 'none');
  if (defaultModel !== undefined && !models.includes(defaultModel)) {
    throw unusable('defaultModel', 'one of models', defaultModel);
  }
  const unpriced = models.find((model) => !(options.prices ?? DEFAULT_PRICES)[model]);
  if (options.limits?.usd && unpriced !== undefined) {
    throw unusable('prices', 'a price for every model, because limits.usd is set', unpriced);
  }
  const parameters = parametersOf(options);
  return { models, defaultModel, parameters, otherParameters, maxTokens, maxMessages };
}

function parametersOf({ parameters, models, maxTokens }: DoorOptions): Set<string> | undefined {
  const isGuarded = models !== undefined || maxTokens !== undefined;
  const allowed = parameters ?? (isGuarded ? 'documented' : undefined);
  if (allowed === undefined) return undefined;
  return new Set(
    allowed === 'documented' ? DOCUMENTED_PARAMETERS : ['model', 'messages', ...allowed],
  );
}

/**
 * Origins as browsers write them.
 *
 * @throws HermesError `invalid_options` for what no page is from: `*`, `null`, an address with a path.
 */
export function originsOf(allowed: readonly string[]): string[] {
  return allowed.map((origin) => {
    const bare = origin.replace(/\/$/, '');
    if (/^[a-z][a-z\d+.-]*:\/\/[^\s/?#@]+$/i.test(bare) && URL.canParse(bare)) {
      const { origin: known } = new URL(bare);
      // Schemes that a browser knows of its own, such as an extension's, have no origin here.
      return known === 'null' ? bare : known;
    }
    throw unusable('allowedOrigins', 'an origin such as http://localhost:3000', origin);
  });
}

/**
 * Names that `Host` may have.
 *
 * @throws HermesError `invalid_options`.
 */
export function hostsOf(allowed: readonly string[] | undefined): Host[] | undefined {
  return allowed?.map((name) => {
    const host = parseHost(name);
    if (host && !name.includes('*')) return host;
    throw unusable('allowedHosts', 'a name such as chat.example.com, with a port or for any', name);
  });
}

function unusable(path: string, expected: string, received: string): HermesError {
  return new HermesError(
    `Option ${path} cannot be used: expected ${expected}, received ${received}.`,
    { code: 'invalid_options', path },
  );
}
