import type { Settings } from '../settings/resolve-settings.ts';
import { flagOf, type ParameterValues } from '../settings/settings.ts';
import { parameters } from './parameters.generated.ts';

/** The parameters that flags, environment and files set, by their names on the wire. */
export function parametersOf(settings: Settings): Partial<ParameterValues> {
  const names = Object.keys(parameters) as (keyof ParameterValues)[];
  return Object.fromEntries(
    names
      .map((name) => [name, settings.get(flagOf(name))] as const)
      .filter(([, value]) => value !== undefined),
  );
}
