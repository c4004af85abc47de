import { InvalidArgumentError, Option } from 'commander';
import { type SettingName, settings } from './settings/settings.ts';

/**
 * The flag of a setting, described and checked as the setting is.
 *
 * @param flags As commander takes them: `-m, --model <id>`.
 */
export function settingOption(name: SettingName, flags: string, description?: string): Option {
  const setting = settings[name];
  const option = new Option(flags, description ?? setting.description);
  return option.argParser((given: string | undefined, before: unknown) => {
    // A flag that takes no value: commander makes it true, or false after `--no-`.
    if (given === undefined) return undefined;
    try {
      const value = setting.read(given);
      return Array.isArray(value) && Array.isArray(before) ? [...(before as []), ...value] : value;
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  });
}
