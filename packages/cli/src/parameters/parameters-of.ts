import type { Settings } from '../settings/resolve-settings.ts';
import { flagOf, type ParameterValues, type SettingValues } from '../settings/settings.ts';
import { parameters } from './parameters.generated.ts';

/**
 * The parameters that flags, environment and files set, by their names on the wire.
 *
 * @param overrides What wins over them.
 */
export function parametersOf(
  settings: Pick<Settings, 'get'>,
  overrides: { readonly [Name in keyof SettingValues]?: SettingValues[Name] | undefined } = {},
): Partial<ParameterValues> {
  const names = Object.keys(parameters) as (keyof ParameterValues)[];
  return Object.fromEntries(
    names
      .map((name) => [name, overrides[flagOf(name)] ?? settings.get(flagOf(name))] as const)
      .filter(([, value]) => value !== undefined),
  );
}
