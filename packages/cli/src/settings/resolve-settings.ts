import { UsageError } from '../failure.ts';
import { type SettingName, type SettingValues, settingNames, settings } from './settings.ts';

/** Who sets something; earlier wins over later. */
export const SOURCES = ['flags', 'environment', 'project', 'user', 'default'] as const;

/** Who set something. */
export type Source = (typeof SOURCES)[number];

/** What one source says, not read yet. */
export interface Layer {
  readonly source: Source;
  /** Where it was said, for messages: a file's path, or “the environment”. */
  readonly place: string;
  /** By the names of settings; what is `undefined` was not said. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A value and who set it. */
export interface Resolved<Value> {
  readonly value: Value;
  readonly source: Source;
  readonly place: string;
}

/** What holds for this call, as far as anybody set it. */
export interface Settings {
  /** The value of a setting, if anybody set it. */
  get<Name extends SettingName>(name: Name): SettingValues[Name] | undefined;
  /** The same with who set it. */
  find<Name extends SettingName>(name: Name): Resolved<SettingValues[Name]> | undefined;
}

/**
 * Lays what the sources say over each other: flags, environment, project, user, default.
 *
 * @param layers In any order.
 * @throws UsageError that names the place and the setting, when a name is unknown, a value cannot be read, or a
 *   project sets what is a person's own.
 */
export function resolveSettings(layers: readonly Layer[]): Settings {
  const held = new Map<string, Resolved<unknown>>();
  const weakestFirst = [...layers].sort((a, b) => rank(b) - rank(a));
  for (const layer of weakestFirst) {
    for (const [name, given] of Object.entries(layer.values)) {
      if (given === undefined) continue;
      const { source, place } = layer;
      held.set(name, { value: readValue(name, given, layer), source, place });
    }
  }
  const find = (name: string): Resolved<unknown> | undefined => held.get(name);
  return { find, get: (name: string) => find(name)?.value } as Settings;
}

function rank({ source }: Layer): number {
  return SOURCES.indexOf(source);
}

function readValue(name: string, given: unknown, { source, place }: Layer): unknown {
  if (!isSettingName(name)) {
    throw new UsageError(
      `${place}: there is no setting ${JSON.stringify(name)}. The settings are ${settingNames.join(', ')}.`,
    );
  }
  const { read, isPersonal, env } = settings[name];
  if (isPersonal && source === 'project') {
    throw new UsageError(
      `${place}: a project cannot set ${name}. Set it for yourself: hermes4 config set ${name} …`,
    );
  }
  try {
    return read(given);
  } catch (error) {
    const said = source === 'environment' ? (env ?? name) : name;
    throw new UsageError(`${place}: ${said}: ${(error as Error).message}`);
  }
}

/** Whether there is a setting of that name. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}
