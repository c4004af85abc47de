import { resolveSettings, type Settings } from '../settings/resolve-settings.ts';
import type { SettingName } from '../settings/settings.ts';
import type { Template } from './template.ts';

/** Settings as they hold with a template: flags win over it, and it wins over everything else. */
export function overSettings(settings: Settings, { place, parameters }: Template): Settings {
  const own = resolveSettings([{ source: 'project', place, values: parameters }]);
  const find = (name: SettingName) => {
    const set = settings.find(name);
    return set?.source === 'flags' ? set : (own.find(name) ?? set);
  };
  return { find, get: (name: SettingName) => find(name)?.value } as Settings;
}
