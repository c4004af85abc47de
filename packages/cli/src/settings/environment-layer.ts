import type { Io } from '../io.ts';
import type { Layer } from './resolve-settings.ts';
import { settings } from './settings.ts';

/** What the environment says; a variable that is set to nothing says nothing. */
export function environmentLayer(env: Io['env']): Layer {
  const values = Object.entries(settings).map(([name, { env: variable }]) => [
    name,
    (variable && env[variable]?.trim()) || undefined,
  ]);
  return {
    source: 'environment',
    place: 'the environment',
    values: Object.fromEntries(values) as Layer['values'],
  };
}
