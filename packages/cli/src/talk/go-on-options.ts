import { type Command, InvalidArgumentError, type Option } from 'commander';
import { settingOption } from '../setting-option.ts';
import { readNumber } from '../settings/readers.ts';

const readId = readNumber({ isWhole: true, minimum: 1 });

/** Gives a command the flags that have to do with the history. */
export function addGoOnOptions(command: Command): void {
  const options: Option[] = [
    command.createOption('-c, --continue', 'go on from the last exchange that was kept'),
    command
      .createOption('--from <id>', 'go on from this exchange')
      .argParser(toId)
      .conflicts('continue'),
    settingOption('history', '--no-history', 'do not keep this'),
  ];
  for (const option of options) command.addOption(option.helpGroup('What was said before:'));
}

function toId(text: string): number {
  try {
    return readId(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}
