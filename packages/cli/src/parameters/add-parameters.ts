import type { Command } from 'commander';
import { settingOption } from '../setting-option.ts';
import { flagOf, type ParameterValues } from '../settings/settings.ts';
import type { Parameter, ParameterKind } from './parameter.ts';
import { parameters } from './parameters.generated.ts';

const PLACEHOLDERS: Record<ParameterKind, string> = {
  number: ' <number>',
  integer: ' <whole>',
  boolean: '',
  texts: ' <text>',
};

/** Gives a command a flag for each parameter that shapes an answer, as the API document tells of it. */
export function addParameters(command: Command): Command {
  for (const [name, parameter] of Object.entries<Parameter>(parameters)) {
    const flag = flagOf(name as keyof ParameterValues);
    const { kind, minimum, maximum } = parameter;
    const bounds =
      minimum === undefined
        ? ''
        : ` (${minimum}${maximum === undefined ? ' or more' : ` to ${maximum}`})`;
    const description = parameter.description.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
    const option = settingOption(flag, `--${flag}${PLACEHOLDERS[kind]}`, `${description}${bounds}`);
    command.addOption(option.helpGroup('How the answer is drawn:'));
  }
  return command;
}
