import type { Io } from '../io.ts';
import { readConfigFiles } from './config-files.ts';
import { environmentLayer } from './environment-layer.ts';
import { type Layer, resolveSettings, type Settings } from './resolve-settings.ts';
import { settingNames } from './settings.ts';

/**
 * Gathers what holds for this call.
 *
 * @param options The flags, as commander names them; what is no setting is left alone.
 * @throws UsageError that names the place and the setting that cannot be used.
 */
export async function loadSettings(
  options: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<Settings> {
  const flags = settingNames.map((name) => [name, options[camelCase(name)]]);
  return resolveSettings([
    {
      source: 'flags',
      place: 'the command line',
      values: Object.fromEntries(flags) as Layer['values'],
    },
    environmentLayer(io.env),
    ...(await readConfigFiles(io)),
  ]);
}

function camelCase(name: string): string {
  return name.replace(/-[a-z]/g, ([, letter = '']) => letter.toUpperCase());
}
