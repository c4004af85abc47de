import type { Command } from 'commander';
import { settingOption } from '../setting-option.ts';
import type { SettingName } from '../settings/settings.ts';

const LIMITS = {
  timeout: '--timeout <seconds>',
  retries: '--retries <count>',
  'max-cost': '--max-cost <usd>',
  'max-total-tokens': '--max-total-tokens <count>',
} as const satisfies { readonly [Name in SettingName]?: string };

/** Gives a command the flags that say how far it may go. */
export function addLimitOptions(command: Command): void {
  for (const [name, flags] of Object.entries(LIMITS)) {
    const option = settingOption(name as keyof typeof LIMITS, flags);
    command.addOption(option.helpGroup('How far it may go:'));
  }
}
