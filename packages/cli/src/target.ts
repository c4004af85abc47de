import { type HostName, hostProfiles } from '@hermes4/node';
import type { Io } from './io.ts';
import { type Settings, SOURCES, type Source } from './settings/resolve-settings.ts';

/** Whom a call goes to. */
export interface Target {
  readonly host: HostName;
  readonly baseURL: string;
  /** What a stored key is bound to: scheme, name and port. */
  readonly origin: string;
  /** Who chose the address; `default` is the host's own. */
  readonly source: Source;
  /** The environment variable that usually holds the key, if the host has one. */
  readonly apiKeyEnv: string | undefined;
  readonly model: string;
}

/** Works out whom a call goes to. */
export function targetOf(settings: Settings, env: Io['env']): Target {
  const chosen = settings.find('host');
  const host = chosen?.value ?? 'aimlapi';
  const { baseURL: usual, apiKeyEnv, model } = hostProfiles[host];
  const variable = apiKeyEnv?.replace(/API_KEY$/, 'BASE_URL');
  const said = (variable && env[variable]?.trim()) || undefined;
  const candidates = [
    settings.find('base-url'),
    said === undefined ? undefined : { value: said, source: 'environment' as const },
  ];
  // An address that was set by a weaker source than the host is another host's.
  const [strongest] = candidates
    .filter((one) => one !== undefined)
    .filter(({ source }) => rank(source) <= rank(chosen?.source ?? 'default'))
    .sort((a, b) => rank(a.source) - rank(b.source));
  const { value: baseURL, source } = strongest ?? { value: usual, source: 'default' };
  return {
    host,
    baseURL,
    origin: URL.canParse(baseURL) ? new URL(baseURL).origin : baseURL,
    source,
    apiKeyEnv,
    model: settings.get('model') ?? model,
  };
}

function rank(source: Source): number {
  return SOURCES.indexOf(source);
}
